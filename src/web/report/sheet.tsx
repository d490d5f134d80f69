import { type Month, monthOf } from '../../domain/months.ts';
import { gapsOf } from '../../domain/report-gaps.ts';
import type { ReportRow } from '../../domain/search-report.ts';
import { monthWords } from '../period/period-words.ts';
import { say } from '../words/say-report.ts';
import type { ReportPeriod } from './report-period.ts';
import { SheetRow } from './sheet-row.tsx';

const { columns } = say.report;
const HEADS = [
  columns.date,
  say.report.employer,
  columns.position,
  columns.workload,
  columns.applied_by,
  say.report.stateAndReason,
];

interface SheetProps {
  readonly rows: readonly ReportRow[];
  readonly period: ReportPeriod;
  readonly name: string;
}

/** What is printed. */
export function Sheet({ rows, period, name }: SheetProps) {
  const incomplete = rows.filter((row) => gapsOf(row).length > 0).length;
  return (
    <article class="sheet" aria-labelledby="sheet-title">
      <header>
        <h2 id="sheet-title">{say.report.title}</h2>
        <p class="who" dir="auto">
          <span class="printed">{say.report.nameLabel}</span> {name}
        </p>
        <p role="status">
          {period.words} · {say.report.count(rows.length)}
        </p>
        {incomplete > 0 && <p class="incomplete">{say.report.incomplete(incomplete)}</p>}
      </header>
      {rows.length === 0 ? <p class="none">{say.report.noneHint}</p> : <Table rows={rows} />}
    </article>
  );
}

/** By month where there are several; how many there are stands with each. */
function Table({ rows }: Pick<SheetProps, 'rows'>) {
  const months = [...Map.groupBy(rows, ({ date }) => monthOf(date))];
  return (
    <table>
      <caption class="visually-hidden">{say.report.title}</caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col" class="complete">
            {columns.complete}
          </th>
        </tr>
      </thead>
      {months.map(([month, some]) => (
        <tbody key={month}>
          {months.length > 1 && <MonthHead month={month} count={some.length} />}
          {some.map((row) => (
            <SheetRow key={row.application_id} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function MonthHead({ month, count }: { readonly month: Month; readonly count: number }) {
  return (
    <tr class="month">
      <th scope="rowgroup" colSpan={HEADS.length + 1}>
        {monthWords(month)} · {say.report.count(count)}
      </th>
    </tr>
  );
}
