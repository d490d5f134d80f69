import type { Application } from './application.ts';
import type { CalendarDate } from './dates.ts';
import { type Outcome, STAGE_KEYS, type Stage, stageRank } from './stages.ts';

/** The stages of a funnel, in their order; closed is none of them. */
export const FUNNEL_STAGES: readonly Stage[] = STAGE_KEYS.filter((stage) => stage !== 'closed');

/** A stage that was certainly reached by whoever ended so, also where the history does not say it. */
const IMPLIED: Readonly<Record<Outcome, Stage>> = {
  accepted: 'offer',
  declined: 'offer',
  rejected: 'applied',
  ghosted: 'applied',
  withdrawn: 'saved',
  expired: 'saved',
};

/**
 * The furthest stage that an application ever reached, by its history. Going back does not undo it; an application that
 * was written down only after it had ended reached what its outcome implies, and one with a date of applying was sent.
 */
export function furthestStage(application: Application): Stage {
  const { stage, outcome, applied_on, stage_history } = application;
  const reached = [stage, ...stage_history.map((row) => row.stage)];
  const implied = [outcome, ...stage_history.map((row) => row.outcome)].map((one) => one && IMPLIED[one]);
  const known = [...reached, ...implied, applied_on && ('applied' as const)];
  return FUNNEL_STAGES.findLast((one) => known.includes(one)) ?? 'saved';
}

/** Whether one stage is further than another. */
export function isBeyond(stage: Stage, other: Stage): boolean {
  return stageRank(stage) > stageRank(other);
}

/** The day of an application's first stage; of one without a history, the day on which it was written down. */
export function begunOn({ stage_history, created_at }: Application): CalendarDate {
  return stage_history[0]?.on ?? created_at.slice(0, 10);
}
