import type { Beginning, CadenceRule } from './cadence-row.ts';
import { isEqual } from './json.ts';
import type { Stage } from './stages.ts';
import type { TaskKind } from './task.ts';

const rule = (after: Beginning, kind: TaskKind, days: number, others: Partial<CadenceRule> = {}): CadenceRule => {
  return { stage: null, after, kind, days, working_days: false, most: 1, ...others };
};

/** The usual cadence. */
export const DEFAULT_CADENCE: readonly CadenceRule[] = [
  rule('applied', 'follow_up', 7, { most: 2 }),
  rule('received', 'reply', 1),
  rule('replied', 'follow_up', 3),
  rule('reached_out', 'follow_up', 7),
  rule('interview', 'thank_you', 1),
  rule('interview', 'check_status', 5, { working_days: true }),
];

/**
 * The rules that hold after something at a stage, one for each kind of task: that of the stage goes before that of every
 * stage, and the first before a later one. Those that say "never" are left out.
 *
 * @param rules the rows of the settings; none means the usual cadence
 * @param stage null for a conversation that is about no application
 */
export function rulesAfter(
  rules: readonly CadenceRule[],
  after: Beginning,
  stage: Stage | null,
): readonly CadenceRule[] {
  const all = (rules.length > 0 ? rules : DEFAULT_CADENCE).filter((one) => one.after === after);
  const first = new Map<TaskKind, CadenceRule>();
  for (const one of [...all.filter((one) => stage !== null && one.stage === stage), ...all]) {
    if ((one.stage === null || one.stage === stage) && !first.has(one.kind)) first.set(one.kind, one);
  }
  return [...first.values()].filter(({ most }) => most > 0);
}

/** The rules as the settings keep them: none where they are the usual ones. */
export function keptRules(rules: readonly CadenceRule[]): readonly CadenceRule[] {
  return isEqual(rules, DEFAULT_CADENCE) ? [] : rules;
}

/** Whether a rule never holds, since one before it is for the same. */
export function isOverruled(rules: readonly CadenceRule[], place: number): boolean {
  const one = rules[place];
  return rules
    .slice(0, place)
    .some(({ stage, after, kind }) => stage === one?.stage && after === one.after && kind === one.kind);
}
