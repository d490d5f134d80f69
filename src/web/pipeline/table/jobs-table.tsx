import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { application } from '../../../domain/application.ts';
import { idOf } from '../../../domain/noun.ts';
import { ROW } from '../../contacts/table/row-height.ts';
import { type RowWindow, revealedTop, rowsToDraw, rowWindow } from '../../contacts/table/row-window.ts';
import { useTouchbase } from '../../touchbase.ts';
import { useBox } from '../../ui/box.ts';
import { say } from '../../words/say-pipeline.ts';
import { writeAsked } from '../asked.ts';
import { useFocusWish, useKeptFocus } from '../kept-focus.ts';
import type { Mover } from '../mover.ts';
import type { Pipeline } from '../pipeline.ts';
import { JobRow } from './job-row.tsx';
import { JobsGrid } from './jobs-grid.ts';
import { JobsHead } from './jobs-head.tsx';
import { JOB_COLUMNS, JOBS_WIDTH } from './table-columns.ts';

interface JobsTableProps {
  readonly pipeline: Pipeline;
  readonly mover: Mover;
}

/** The applications as a table; of its rows only those that are seen are drawn. */
export function JobsTable({ pipeline, mover }: JobsTableProps) {
  const touchbase = useTouchbase();
  const table = useRef<HTMLDivElement>(null);
  const box = useBox(table);
  const top = useSignal(0);
  const grid = useMemo(() => new JobsGrid(pipeline, mover, touchbase), [pipeline, mover, touchbase]);
  const shown = pipeline.shown.value;
  const sort = pipeline.sort.value;
  const { row, column } = grid.place.value;
  grid.page = Math.max(1, Math.floor(box.value.height / ROW) - 2);
  useLayoutEffect(() => {
    if (table.current) table.current.scrollTop = 0;
  }, [sort.field, sort.descending]);
  useFocusWish(pipeline, () => focusActive(table.current, row));
  useKeptFocus(table, () => focusActive(table.current, row), shown);
  return (
    <div
      ref={table}
      class="table jobs"
      role="grid"
      aria-label={say.places.applications}
      aria-rowcount={shown.length + 1}
      aria-colcount={JOB_COLUMNS.length}
      onScroll={(event) => {
        top.value = event.currentTarget.scrollTop;
      }}
      onKeyDown={grid.onKeyDown}
      onFocusIn={grid.onFocusIn}
      onClick={grid.onClick}
    >
      <JobsHead sort={sort} active={row < 0 ? column : null} />
      <div class="rows" role="rowgroup" style={`height: ${shown.length * ROW}px; width: ${JOBS_WIDTH}px`}>
        <Rows
          grid={grid}
          pipeline={pipeline}
          mover={mover}
          seen={rowWindow(top.value, box.value.height, ROW, shown.length)}
        />
      </div>
    </div>
  );
}

interface RowsProps extends JobsTableProps {
  readonly grid: JobsGrid;
  readonly seen: RowWindow;
}

function Rows({ grid, pipeline, mover, seen }: RowsProps) {
  const { router, today } = useTouchbase();
  const { row, column } = grid.place.value;
  const asked = writeAsked(pipeline.asked.value);
  return rowsToDraw(seen, grid.row.value).map((index) => {
    const record = pipeline.shown.value[index];
    if (!record) return null;
    const id = idOf(application, record);
    return (
      <JobRow
        key={id}
        record={record}
        index={index}
        active={index === row ? column : null}
        today={today.value}
        href={router.hrefTo('applications', { id }, asked)}
        words={pipeline.words.value}
        stages={pipeline.stages.value}
        mover={mover}
      />
    );
  });
}

/** The cell that Tab reaches gets the focus, in sight: below the header and beside the first column, which both stay. */
function focusActive(table: HTMLElement | null, row: number): void {
  const cell = table?.querySelector<HTMLElement>('.cell[tabindex="0"]');
  if (!table || !cell) return;
  const sizes = { row: ROW, head: ROW, height: table.clientHeight };
  if (row >= 0) table.scrollTop = revealedTop(table.scrollTop, row, sizes);
  cell.focus({ preventScroll: true });
  const first = JOB_COLUMNS[0]?.width ?? 0;
  const { offsetLeft, offsetWidth } = cell;
  if (offsetLeft < first) return;
  const least = offsetLeft + offsetWidth - table.clientWidth;
  table.scrollLeft = Math.min(Math.max(table.scrollLeft, least), offsetLeft - first);
}
