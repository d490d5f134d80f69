import type { ReportGap } from '../../domain/report-gaps.ts';
import type { ReportState } from '../../domain/search-report.ts';
import { counted, listed } from './count.ts';

const applications = (count: number) => counted('en', count, { one: 'application', other: 'applications' });

const GAPS: Readonly<Record<ReportGap, string>> = {
  company: 'company',
  address: 'address',
  contact: 'contact',
  workload: 'full or part time',
  applied_by: 'how you applied',
};

/** What is said in the report of a search: it loads with that. */
export const enReport = {
  report: {
    title: 'Proof of personal efforts to find work',
    intro:
      'What an employment office asks for each month. The columns are those of Switzerland’s form 716.007; whether the office assigned a post is not known here.',
    name: 'Your name',
    nameHint: 'Stands on the report. It stays on this device and is never sent.',
    nameFull: 'This browser could not keep your name; it is on the report until you close the page.',
    nameLabel: 'Name:',
    print: 'Print',
    csv: 'Save as CSV',
    saved: (file: string) => `Saved ${file}`,
    fileName: (period: string) => `search-report-${period}.csv`,
    previous: 'Previous month',
    next: 'Next month',
    month: 'Month',
    count: (count: number) => applications(count),
    noneHint: 'An application stands here once it has a day on which you applied.',
    incomplete: (count: number) =>
      `${counted('en', count, { one: 'row lacks something', other: 'rows lack something' })} that the office asks for.`,
    add: (gaps: readonly ReportGap[]) =>
      `Add ${listed(
        'en',
        gaps.map((gap) => GAPS[gap]),
      )}`,
    addTo: (gaps: readonly ReportGap[], position: string) =>
      `Add ${listed(
        'en',
        gaps.map((gap) => GAPS[gap]),
      )} to ${position}`,
    columns: {
      date: 'Applied on',
      company: 'Company',
      address: 'Address',
      contact: 'Contact',
      position: 'Position',
      workload: 'Full or part time',
      applied_by: 'Applied by',
      state: 'State',
      reason: 'Reason',
      complete: 'To complete',
    },
    employer: 'Company, address, contact',
    stateAndReason: 'State and reason',
    states: {
      open: 'Still open',
      interview: 'Interview',
      hired: 'Hired',
      rejected: 'Rejected',
    } satisfies Record<ReportState, string>,
  },
};
