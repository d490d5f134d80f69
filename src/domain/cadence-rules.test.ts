import { describe, expect, test } from 'vitest';
import { APPLIED, told } from '../../test/job-search.ts';
import type { CadenceInput } from './cadence.ts';
import { parseFields } from './noun.ts';
import { settings } from './settings.ts';

describe('the rules', () => {
  const row = { stage: null, after: 'applied', kind: 'follow_up', days: 2, working_days: false, most: 1 } as const;
  test.each<[string, CadenceInput['rules'], readonly string[]]>([
    ['of the settings go before the usual ones', [row], ['follow_up 2026-03-04 1']],
    [
      'of the stage go before those of every stage',
      [row, { ...row, stage: 'applied', days: 3 }],
      ['follow_up 2026-03-05 1'],
    ],
    ['of another stage do not count', [row, { ...row, stage: 'offer', days: 3 }], ['follow_up 2026-03-04 1']],
    ['that come first go before later ones', [row, { ...row, days: 3 }], ['follow_up 2026-03-04 1']],
    ['can say never', [row, { ...row, stage: 'applied', most: 0 }], []],
    [
      'can suggest several kinds',
      [row, { ...row, kind: 'check_status', days: 4 }],
      ['follow_up 2026-03-04 1', 'check_status 2026-03-06 1'],
    ],
    ['can count working days', [{ ...row, days: 10, working_days: true }], ['follow_up 2026-03-16 1']],
  ])('%s', (_, rules, expected) => {
    expect(told({ applications: [APPLIED], rules })).toEqual(expected);
  });

  test('are checked where the settings keep them', () => {
    expect(parseFields(settings, { cadence: [row] }, { patch: true })).toEqual({ values: { cadence: [row] } });
    expect(parseFields(settings, { cadence: [{ ...row, days: 366 }] }, { patch: true })).toMatchObject({
      errors: [{ field: 'cadence', code: 'bad_number' }],
    });
  });
});
