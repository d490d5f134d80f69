import type { Sort } from '../../sync/orders.ts';
import { Icon } from '../../ui/icon.tsx';
import { JOB_COLUMNS, JOBS_WIDTH, labelOf } from './table-columns.ts';

interface JobsHeadProps {
  readonly sort: Sort;
  /** The column of the active cell, where it is in the header. */
  readonly active: number | null;
}

/** The labels of the columns; each sorts by its column. */
export function JobsHead({ sort, active }: JobsHeadProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus, as the ARIA grid pattern has it
    <div class="row heading" role="row" aria-rowindex={1} style={{ width: `${JOBS_WIDTH}px` }}>
      {JOB_COLUMNS.map(({ name, width }, index) => {
        const isSorted = sort.field === name;
        return (
          <div
            key={name}
            class="cell"
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
            tabIndex={index === active ? 0 : -1}
            style={{ width: `${width}px` }}
          >
            <span class="text">{labelOf(name)}</span>
            {isSorted && <Icon name={sort.descending ? 'descending' : 'ascending'} />}
          </div>
        );
      })}
    </div>
  );
}
