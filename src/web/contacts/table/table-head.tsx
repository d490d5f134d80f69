import { useTouchbase } from '../../touchbase.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../words/say.ts';
import type { Column } from './widths.ts';

interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly width: number;
  /** The column of the active cell, where it is in the header. */
  readonly active: number | null;
}

/** The labels of the columns; each sorts by its column. */
export function TableHead({ columns, width, active }: TableHeadProps) {
  const { contacts, selection } = useTouchbase();
  const order = contacts.sort.value === 'best' ? null : contacts.sort.value;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus, as the ARIA grid pattern has it
    <div class="row heading" role="row" aria-rowindex={1} style={{ width: `${width}px` }}>
      <div class="cell check" role="columnheader" aria-colindex={1} tabIndex={active === -1 ? 0 : -1}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={say.select.all}
          checked={selection.share.value === 'all'}
          indeterminate={selection.share.value === 'some'}
        />
      </div>
      {columns.map((column, index) => {
        const isSorted = order?.field === column.name;
        return (
          <div
            key={column.name}
            class="cell"
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
            tabIndex={index === active ? 0 : -1}
            style={{ width: `${column.width}px` }}
          >
            <span class="text">{say.schema.label(column.name, column.field)}</span>
            {isSorted && <Icon name={order.descending ? 'descending' : 'ascending'} />}
          </div>
        );
      })}
      <div
        class="cell tool"
        role="columnheader"
        aria-colindex={columns.length + 2}
        tabIndex={active === columns.length ? 0 : -1}
      >
        <span class="visually-hidden">{say.contacts.deleteColumn}</span>
      </div>
    </div>
  );
}
