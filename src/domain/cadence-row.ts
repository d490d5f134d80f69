import { choice, type EntryOf, flag, integer, required } from './field.ts';
import { STAGES } from './stages.ts';
import { TASK_KINDS } from './task.ts';

/** What a wait can begin with. */
export const BEGINNINGS = {
  applied: 'I applied',
  received: 'They wrote',
  replied: 'I replied',
  reached_out: 'I wrote first',
  interview: 'An interview',
} as const;
export type Beginning = keyof typeof BEGINNINGS;

/** The fields of a rule, as the settings keep it. */
export const CADENCE_ROW = {
  stage: choice({ label: 'Stage', choices: STAGES, hint: 'Empty means every stage.' }),
  after: required(choice({ label: 'After', choices: BEGINNINGS })),
  kind: required(choice({ label: 'Suggest', choices: TASK_KINDS })),
  days: required(integer({ label: 'Days', min: 0, max: 365 })),
  working_days: flag({ label: 'Working days only' }),
  most: required(integer({ label: 'At most', min: 0, max: 10, hint: 'So many times. 0 means never.' })),
};

/** What to suggest, how long after what, and how many times at most, one as long after the other. */
export type CadenceRule = EntryOf<typeof CADENCE_ROW>;
