import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { say } from '../../words/say-pipeline.ts';
import { sortBy } from '../asked.ts';
import type { Pipeline } from '../pipeline.ts';
import { JOB_COLUMNS, labelOf } from './table-columns.ts';

/** Sorts the applications where there are no headers to sort them by. */
export function JobsSort({ pipeline }: { readonly pipeline: Pipeline }) {
  const { field, descending } = pipeline.sort.value;
  const label = say.filters.chosen(say.filters.sort, labelOf(field));
  return (
    <Menu class="link sort" label={label} title={say.filters.sort}>
      {JOB_COLUMNS.map(({ name }) => (
        <button
          key={name}
          type="button"
          class="item"
          aria-pressed={name === field}
          onClick={() => pipeline.ask({ sort: sortBy(pipeline.sort.peek(), name) })}
        >
          <span class="text">{labelOf(name)}</span>
          {name === field && <Icon name={descending ? 'descending' : 'ascending'} />}
        </button>
      ))}
    </Menu>
  );
}
