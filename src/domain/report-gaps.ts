import type { ReportRow } from './search-report.ts';

/** What an employment office asks for, and a row may lack. */
export const REPORT_GAPS = ['company', 'address', 'contact', 'workload', 'applied_by'] as const;
export type ReportGap = (typeof REPORT_GAPS)[number];

/** What a row of the proof lacks, in the order of its columns. */
export function gapsOf(row: ReportRow): readonly ReportGap[] {
  return REPORT_GAPS.filter((name) => row[name] === null || row[name] === '');
}
