import { type CalendarDate, daysBetween } from './dates.ts';
import { rowsOf } from './history.ts';
import type { AnyRecord } from './noun.ts';
import type { StageRow } from './settle-stage.ts';
import { stageOf } from './stage-names.ts';
import type { Stage } from './stages.ts';

/** After so many days in a stage something should have happened; null where nothing is waited for any more. */
const PATIENCE: Readonly<Record<Stage, number | null>> = {
  saved: 14,
  applied: 14,
  screening: 10,
  assessment: 10,
  interview: 10,
  final: 10,
  offer: 7,
  closed: null,
};

/** How long an application has been where it is. */
export interface Standing {
  readonly stage: Stage;
  readonly since: CalendarDate;
  /** In this stage, 0 on its first day. */
  readonly days: number;
  /** The days that it should not have taken longer than; null unless it did. */
  readonly staleAfter: number | null;
}

/**
 * How long an application has been in its stage, and whether that is too long. One with a next action that is still to
 * come is not stale: its person waits knowingly.
 *
 * @param today the person's own calendar date
 */
export function standingOf(application: AnyRecord, today: CalendarDate): Standing {
  const stage = stageOf(application);
  const since = sinceOf(application);
  const days = Math.max(0, daysBetween(since, today));
  const patience = PATIENCE[stage];
  const { next_action_on } = application;
  const isPlanned = typeof next_action_on === 'string' && next_action_on >= today;
  const isStale = patience !== null && days > patience && !isPlanned;
  return { stage, since, days, staleAfter: isStale ? patience : null };
}

/** The day from which an application has been where it is. */
export function sinceOf(application: AnyRecord): CalendarDate {
  return rowsOf<StageRow>(application, 'stage_history').at(-1)?.on ?? application.created_at.slice(0, 10);
}
