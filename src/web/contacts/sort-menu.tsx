import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say.ts';
import { sortBy } from './sort-by.ts';

/** Sorts the list where it has no headers to sort it by. */
export function SortMenu() {
  const touchbase = useTouchbase();
  const { noun, sort, columns, words } = touchbase.contacts;
  const order = sort.value === 'best' ? null : sort.value;
  const field = order && noun.fields[order.field];
  const inEffect = field ? say.schema.label(order.field, field) : say.filters.best;
  return (
    <Menu class="link sort" label={say.filters.chosen(say.filters.sort, inEffect)} title={say.filters.sort}>
      {words.value.length > 0 && <Best isPressed={order === null} />}
      {columns.value.map(([name, column]) => (
        <button
          key={name}
          type="button"
          class="item"
          aria-pressed={name === order?.field}
          onClick={() => sortBy(touchbase, name)}
        >
          <span class="text">{say.schema.label(name, column)}</span>
          {name === order?.field && <Icon name={order.descending ? 'descending' : 'ascending'} />}
        </button>
      ))}
    </Menu>
  );
}

function Best({ isPressed }: { isPressed: boolean }) {
  const { router } = useTouchbase();
  return (
    <button type="button" class="item" aria-pressed={isPressed} onClick={() => router.ask({ sort: null })}>
      <span class="text">{say.filters.best}</span>
    </button>
  );
}
