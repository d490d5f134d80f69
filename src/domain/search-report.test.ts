import { describe, expect, test } from 'vitest';
import { buildApplication, buildContact } from '../../test/build-record.ts';
import type { Application } from './application.ts';
import { searchReport } from './search-report.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const SENT = { stage: 'applied', applied_on: '2026-11-10' } as const;

type Row = Application['stage_history'][number];

/** The one row of an application that was sent, and went on from there. */
function reported(
  overrides: Parameters<typeof buildApplication>[0],
  contacts: Parameters<typeof searchReport>[1] = [],
) {
  return searchReport([buildApplication({ ...SENT, ...overrides })], contacts, NOVEMBER)[0];
}

function through(...rows: readonly (readonly [Row['stage'], Row['outcome']?])[]) {
  const stage_history = rows.map(([stage, outcome = null]) => ({ stage, outcome, on: '2026-11-10' }));
  return searchReport([buildApplication({ stage_history })], [], NOVEMBER)[0];
}

describe('the proof of a job search', () => {
  test('has what the form asks for', () => {
    const ann = buildContact({ name: 'Ann Lee', email: 'ann@example.org', phone: '+41 79 123 45 67' });
    const ben = buildContact({ name: 'Ben', email: 'ben@example.org' });
    const contact_ids = [ann, ben, ann].map(({ contact_id }) => ({ contact_id, role: null }));
    const fields = {
      ...{ company: 'Alpenblick AG', location: 'Zürich', position: 'Engineer', contact_ids },
      ...({ applied_by: 'in_person', workload: 'part_time' } as const),
    };
    expect(reported(fields, [ann, ben])).toEqual({
      application_id: expect.any(String),
      date: '2026-11-10',
      company: 'Alpenblick AG',
      address: 'Zürich',
      contact: 'Ann Lee, ann@example.org, +41 79 123 45 67; Ben, ben@example.org',
      position: 'Engineer',
      applied_by: 'in_person',
      workload: 'part_time',
      state: 'open',
      reason: '',
    });
  });

  test('leaves empty what is not known, and names the agency where the client is not', () => {
    expect(reported({})).toMatchObject({ company: '', address: '', contact: '', applied_by: null, workload: null });
    expect(reported({ via: 'Northbridge Talent' })).toMatchObject({ company: 'Northbridge Talent' });
  });

  test('tells of nobody who is deleted or not there', () => {
    const gone = { ...buildContact(), deleted_at: '2026-11-11T00:00:00.000Z' };
    const contact_ids = [gone, buildContact()].map(({ contact_id }) => ({ contact_id, role: null }));
    expect(reported({ contact_ids }, [gone])?.contact).toBe('');
  });

  test.each([
    ['open', '', through(['applied'])],
    ['open', '', through(['applied'], ['screening'], ['assessment'])],
    ['interview', '', through(['applied'], ['interview'])],
    ['interview', '', through(['applied'], ['final'], ['screening'])],
    ['interview', '', through(['applied'], ['offer'])],
    ['hired', 'Accepted', through(['applied'], ['offer'], ['closed', 'accepted'])],
    ['rejected', 'Rejected', through(['applied'], ['interview'], ['closed', 'rejected'])],
    ['rejected', 'Ghosted', through(['applied'], ['closed', 'ghosted'])],
    ['rejected', 'Declined by me', through(['applied'], ['offer'], ['closed', 'declined'])],
    ['open', '', through(['applied'], ['closed', 'ghosted'], ['applied'])],
  ] as const)('says %s with the reason “%s”', (state, reason, row) => {
    expect(row).toMatchObject({ state, reason });
  });

  test('gives the reason in the person’s own words, where there are any', () => {
    const closed = { stage: 'closed', outcome: 'rejected', outcome_reason: ' Danish is needed ' } as const;
    const stage_history = [{ stage: 'applied', outcome: null, on: '2026-11-10' } as const];
    const row = buildApplication({ stage_history });
    expect(searchReport([{ ...row, ...closed }], [], NOVEMBER)[0]?.reason).toBe('Danish is needed');
    expect(searchReport([{ ...row, ...closed, outcome_reason: '  ' }], [], NOVEMBER)[0]?.reason).toBe('Rejected');
  });

  test('holds those applied for in the period, its first and last day too, in order of the day', () => {
    const days = ['2026-12-01', '2026-11-30', '2026-11-01', '2026-10-31', '2026-11-15'];
    const applications = days.map((applied_on) => buildApplication({ stage: 'applied', applied_on }));
    const saved = buildApplication({ stage: 'saved' });
    const gone = { ...buildApplication(SENT), deleted_at: '2026-11-11T00:00:00.000Z' };
    const rows = searchReport([...applications, saved, gone], [], NOVEMBER);
    expect(rows.map(({ date }) => date)).toEqual(['2026-11-01', '2026-11-15', '2026-11-30']);
  });
});
