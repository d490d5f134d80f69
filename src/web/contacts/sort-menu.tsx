import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say.ts';
import { sortBy } from './sort-by.ts';
import { columnFields } from './table/widths.ts';

/** Sorts the list where it has no headers to sort it by. */
export function SortMenu() {
  const touchbase = useTouchbase();
  const { noun, address } = touchbase.contacts;
  const { field: sorted, descending } = address.value.sort;
  const field = noun.fields[sorted];
  const label = field ? say.filters.chosen(say.filters.sort, say.schema.label(sorted, field)) : say.filters.sort;
  return (
    <Menu class="link sort" label={label} title={say.filters.sort}>
      {columnFields(noun.fields).map(([name, column]) => (
        <button
          key={name}
          type="button"
          class="item"
          aria-pressed={name === sorted}
          onClick={() => sortBy(touchbase, name)}
        >
          <span class="text">{say.schema.label(name, column)}</span>
          {name === sorted && <Icon name={descending ? 'descending' : 'ascending'} />}
        </button>
      ))}
    </Menu>
  );
}
