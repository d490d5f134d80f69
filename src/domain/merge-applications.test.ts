import { describe, expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import { mergedOf } from '../../test/merged-record.ts';
import { application } from './application.ts';
import type { AnyRecord } from './noun.ts';

type Values = Readonly<Record<string, unknown>>;

const [A, B, C] = [numberedId(1), numberedId(2), numberedId(3)];

const job = (number: number, values: Values) => madeRecord(application, number, { position: 'Engineer', ...values });

/** An application that was in these stages. */
function inStages(number: number, stage_history: readonly Values[]): AnyRecord {
  const { stage, outcome } = stage_history.at(-1) ?? {};
  return job(number, { stage, outcome, stage_history });
}

describe('two applications become one', () => {
  test.each<[string, Values, Values, Values]>([
    [
      'the next action is the earlier, with its day',
      { next_action: 'Call', next_action_on: '2026-05-01' },
      { next_action: 'Mail', next_action_on: '2026-04-01' },
      {
        next_action: 'Mail',
        next_action_on: '2026-04-01',
        notes: 'Also: next_action Call\nAlso: next_action_on 2026-05-01',
      },
    ],
    [
      'an action without a day gives way to one with a day',
      { next_action: 'Call' },
      { next_action: 'Mail', next_action_on: '2026-04-01' },
      { next_action: 'Mail', next_action_on: '2026-04-01', notes: 'Also: next_action Call' },
    ],
    [
      'what a salary lacks is filled',
      { salary_min: 1, salary_currency: 'CHF' },
      { salary_max: 2, salary_currency: 'chf' },
      { salary_min: 1, salary_max: 2, salary_currency: 'CHF', notes: null },
    ],
    [
      'two salaries are not mixed',
      { salary_min: 1, salary_currency: 'CHF' },
      { salary_max: 2, salary_currency: 'EUR' },
      {
        salary_min: 1,
        salary_max: null,
        salary_currency: 'CHF',
        notes: 'Also: salary_max 2\nAlso: salary_currency EUR',
      },
    ],
    [
      'nor a route with another’s agency',
      { route: 'direct' },
      { route: 'recruiting_agency', via: 'Hays' },
      { route: 'direct', via: null, notes: 'Also: via Hays\nAlso: route recruiting_agency' },
    ],
    [
      'texts of the posting stand below each other',
      { description: 'One' },
      { description: 'Two' },
      { description: 'One\n\nTwo', notes: null },
    ],
    [
      'people are united',
      { contact_ids: [{ contact_id: C, role: null }] },
      {
        contact_ids: [
          { contact_id: C, role: 'Lead' },
          { contact_id: A, role: null },
        ],
      },
      {
        contact_ids: [
          { contact_id: C, role: 'Lead' },
          { contact_id: A, role: null },
        ],
      },
    ],
    [
      'two roles of a person both stay',
      { contact_ids: [{ contact_id: C, role: 'HR' }] },
      { contact_ids: [{ contact_id: C, role: 'Lead' }] },
      {
        contact_ids: [
          { contact_id: C, role: 'HR' },
          { contact_id: C, role: 'Lead' },
        ],
      },
    ],
    [
      'the day of applying is the first, also without a stage',
      { stage: 'interview', applied_on: '2026-01-05' },
      { stage: 'applied', applied_on: '2026-01-07' },
      { stage: 'interview', applied_on: '2026-01-05', notes: null },
    ],
    [
      'a day of applying that neither has as a stage is told',
      { applied_on: '2026-01-05' },
      { applied_on: '2026-01-07' },
      { stage: 'saved', applied_on: '2026-01-05', notes: 'Also: applied_on 2026-01-07' },
    ],
  ])('%s', (_, one, other, expected) => {
    expect(mergedOf(application, job(1, one), job(2, other))).toMatchObject(expected);
  });

  const applied = { stage: 'applied', outcome: null, on: '2026-03-01' };
  const interview = { stage: 'interview', outcome: null, on: '2026-03-10' };
  const rejected = { stage: 'closed', outcome: 'rejected', on: '2026-03-20' };
  const saved = { stage: 'saved', outcome: null, on: '2026-03-15' };
  test.each<[string, Values[], Values[], string, Values[]]>([
    ['of the further of two', [applied], [applied, interview], 'interview', [applied, interview]],
    [
      'of the one that moved last, where one is closed',
      [applied, rejected],
      [interview],
      'closed',
      [applied, interview, rejected],
    ],
    [
      'of the one that is more than saved',
      [applied],
      [saved],
      'applied',
      [applied, saved, { ...applied, on: saved.on }],
    ],
    [
      'of the further, though the other moved later',
      [interview],
      [{ ...applied, on: '2026-03-12' }],
      'interview',
      [interview, { ...applied, on: '2026-03-12' }, { ...interview, on: '2026-03-12' }],
    ],
    [
      'in the order of the stages on one day',
      [{ ...interview, on: applied.on }],
      [{ ...saved, on: applied.on }, applied],
      'interview',
      [{ ...saved, on: applied.on }, applied, { ...interview, on: applied.on }],
    ],
  ])('with the stage %s, and all stages in order', (_, ours, theirs, stage, stage_history) => {
    const [kept, other] = [inStages(1, ours), inStages(2, theirs)];
    expect(mergedOf(application, kept, other)).toMatchObject({ stage, stage_history });
    expect(mergedOf(application, { ...other, application_id: A }, { ...kept, application_id: B })).toMatchObject({
      stage,
      stage_history,
    });
  });
});
