import { expect, test } from 'vitest';
import { buildApplication } from '../../../test/build-record.ts';
import { searchReport } from '../../domain/search-report.ts';
import { reportCsv } from './report-csv.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

test('a file has the columns of the form, then a line an application, in words', () => {
  const application = buildApplication({
    applied_on: '2026-11-10',
    company: 'Smith, Jones & "Co"',
    location: 'Zürich',
    position: '=HYPERLINK("x")',
    applied_by: 'in_person',
    workload: 'part_time',
  });
  expect(reportCsv(searchReport([application], [], NOVEMBER))).toBe(
    '\uFEFFApplied on,Company,Address,Contact,Position,Full or part time,Applied by,State,Reason\r\n' +
      `2026-11-10,"Smith, Jones & ""Co""",Zürich,,"'=HYPERLINK(""x"")",Part time,In person,Still open,\r\n`,
  );
});

test('what is not known is an empty cell', () => {
  const rows = searchReport([buildApplication({ applied_on: '2026-11-10', position: 'Engineer' })], [], NOVEMBER);
  expect(reportCsv(rows).split('\r\n')[1]).toBe('2026-11-10,,,,Engineer,,,Still open,');
});
