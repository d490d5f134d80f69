import { expect, test } from 'vitest';
import { buildApplication, buildContact } from '../../test/build-record.ts';
import { gapsOf } from './report-gaps.ts';
import { searchReport } from './search-report.ts';

const PERIOD = { from: '2026-11-01', to: '2026-11-30' };

function gapsIn(overrides: Parameters<typeof buildApplication>[0]) {
  const ann = buildContact();
  const contact_ids = [{ contact_id: ann.contact_id, role: null }];
  const whole = {
    ...{ applied_on: '2026-11-10', company: 'Alpenblick AG', location: 'Zürich', contact_ids },
    ...({ applied_by: 'written', workload: 'full_time' } as const),
  };
  return searchReport([buildApplication({ ...whole, ...overrides })], [ann], PERIOD).map(gapsOf);
}

test('a row with all that the office asks for lacks nothing', () => {
  expect(gapsIn({})).toEqual([[]]);
});

test('what is not known is named, in the order of the columns', () => {
  expect(gapsIn({ applied_by: null, company: null })).toEqual([['company', 'applied_by']]);
  expect(gapsIn({ contact_ids: [], location: null, workload: null })).toEqual([['address', 'contact', 'workload']]);
});
