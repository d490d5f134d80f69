import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { idOf } from '../../../domain/noun.ts';
import { useTouchbase } from '../../touchbase.ts';
import { useBox } from '../../ui/box.ts';
import { say } from '../../words/say.ts';
import { GridCommands } from './grid-commands.ts';
import { gridEvents } from './grid-events.ts';
import { revealColumn } from './reveal.ts';
import { Row } from './row.tsx';
import { ROW } from './row-height.ts';
import { type RowWindow, revealedTop, rowsToDraw, rowWindow } from './row-window.ts';
import { slotsFor } from './slots.ts';
import { TableHead } from './table-head.tsx';
import { CHECK_COLUMN, type Column, DELETE_COLUMN, neededColumns, spread } from './widths.ts';
import { useListWishes } from './wishes.ts';

/** The contacts as a table; of its rows only those that are seen are drawn. */
export function Table() {
  const touchbase = useTouchbase();
  const { grid } = touchbase;
  const { shown } = touchbase.contacts;
  const table = useRef<HTMLDivElement>(null);
  const box = useBox(table);
  const columns = useColumns(() => box.value.width);
  const events = useMemo(() => gridEvents(grid, new GridCommands(grid, touchbase)), [grid, touchbase]);
  const { row, column } = grid.place.value;
  const revealed = (top: number) =>
    row < 0 ? top : revealedTop(top, row, { row: ROW, head: ROW, height: box.value.height });
  const { top, onScroll } = useListWishes(grid, table, revealed, (list) => revealColumn(list, column, columns.value));
  useLayoutEffect(() => grid.setPage(Math.floor(box.value.height / ROW) - 2), [box.value.height]);

  const width = columns.value.reduce((sum, column) => sum + column.width, CHECK_COLUMN + DELETE_COLUMN);
  return (
    <div
      ref={table}
      class="table"
      role="grid"
      aria-label={say.contacts.title}
      aria-rowcount={shown.value.length + 1}
      aria-colcount={columns.value.length + 2}
      aria-multiselectable
      onScroll={onScroll}
      {...events}
    >
      <TableHead columns={columns.value} width={width} active={row < 0 ? column : null} />
      <div class="rows" role="rowgroup" style={`height: ${shown.value.length * ROW}px; width: ${width}px`}>
        <Rows columns={columns.value} seen={rowWindow(top, box.value.height, ROW, shown.value.length)} />
      </div>
    </div>
  );
}

interface RowsProps {
  readonly columns: readonly Column[];
  readonly seen: RowWindow;
}

function Rows({ columns, seen }: RowsProps) {
  const { contacts, grid, router, selection, today } = useTouchbase();
  const { row: active, column } = grid.place.value;
  const open = router.opened.value;
  const rows = rowsToDraw(seen, active).flatMap((index) => {
    const record = contacts.shown.value[index];
    return record ? [{ index, record, id: idOf(contacts.noun, record) }] : [];
  });
  const slots = useSlots(
    rows.map(({ id }) => id),
    grid.idAt(active),
  );
  return rows.map(({ index, record, id }) => {
    return (
      <Row
        key={slots.get(id)}
        noun={contacts.noun}
        record={record}
        index={index}
        columns={columns}
        active={index === active ? column : null}
        isEditing={index === active && grid.isEditing.value}
        isSelected={selection.has(id)}
        isOpen={open !== null && open !== 'new' && open.id === id}
        today={today.value}
        words={contacts.words.value}
        grid={grid}
      />
    );
  });
}

/** The active row is the one that may have the focus. */
function useSlots(ids: readonly string[], active: string | null): ReadonlyMap<string, number> {
  const before = useRef<{ slots: ReadonlyMap<string, number>; active: string | null }>({
    slots: new Map(),
    active: null,
  });
  const slots = slotsFor(ids, before.current.slots, before.current.active);
  before.current = { slots, active };
  return slots;
}

/** Columns that fit what is in them, but not anew with every contact that comes or goes: jumping columns are worse. */
function useColumns(available: () => number): ReadonlySignal<readonly Column[]> {
  const { contacts, reader } = useTouchbase();
  const { noun, collection, columns } = contacts;
  const magnitude = useComputed(() => Math.ceil(Math.log2(collection.size.value + 1)));
  const needed = useComputed(() => {
    magnitude.value;
    reader.isReady.value;
    return neededColumns(noun, collection.all(), collection.size.peek(), columns.value);
  });
  return useComputed(() => spread(needed.value, available() - CHECK_COLUMN - DELETE_COLUMN, noun.dueField));
}
