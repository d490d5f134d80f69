import type { ReportRow } from '../../domain/search-report.ts';
import { writeCsv } from '../../interop/csv/write-csv.ts';
import { say } from '../words/say-report.ts';
import { appliedByWords, workloadWords } from './report-words.ts';

/** Excel takes a file without it for one of the Windows code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The report as a CSV file: a row with the names of the columns, then one an application; days as ISO 8601 writes them. */
export function reportCsv(rows: readonly ReportRow[]): string {
  const { date, company, address, contact, position, workload, applied_by, state, reason } = say.report.columns;
  const head = [date, company, address, contact, position, workload, applied_by, state, reason];
  return BYTE_ORDER_MARK + writeCsv([head, ...rows.map(cellsOf)]);
}

function cellsOf(row: ReportRow): readonly string[] {
  const { date, company, address, contact, position, state, reason } = row;
  return [
    ...[date, company, address, contact, position],
    ...[workloadWords(row), appliedByWords(row), say.report.states[state], reason],
  ];
}
