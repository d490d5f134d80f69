import type { Application } from './application.ts';
import { type CalendarDate, daysBetween } from './dates.ts';
import { FUNNEL_STAGES } from './progress.ts';
import { isIn, type Median, medianOf, type Period } from './sample.ts';
import type { Stage } from './stages.ts';

/** How long applications stay in a stage. */
export interface StageTime extends Median {
  readonly stage: Stage;
  /** Those that are in it now; the median knows nothing of them, and theirs may become longer than all others. */
  readonly ongoing: number;
}

/**
 * The median number of days in each stage, of the stays that ended in a period: the application went on, went back or was
 * closed. A stage that was come back to is another stay. Closed is no stage that one stays in.
 *
 * @param applications tombstones are passed over
 */
export function stageTimes(applications: readonly Application[], period: Period): readonly StageTime[] {
  const stays = applications.filter(({ deleted_at }) => deleted_at === null).flatMap(staysOf);
  return FUNNEL_STAGES.map((stage) => {
    const own = stays.filter((stay) => stay.stage === stage);
    const ended = own.filter(({ until }) => isIn(period, until));
    return {
      stage,
      ongoing: own.filter(({ until }) => until === null).length,
      ...medianOf(ended.map(({ from, until }) => daysBetween(from, until ?? from))),
    };
  });
}

interface Stay {
  readonly stage: Stage;
  readonly from: CalendarDate;
  /** Null while it lasts. */
  readonly until: CalendarDate | null;
}

function staysOf({ stage_history }: Application): readonly Stay[] {
  const entered = stage_history.filter(({ stage }, place) => stage !== stage_history[place - 1]?.stage);
  return entered.map(({ stage, on }, place) => ({ stage, from: on, until: entered[place + 1]?.on ?? null }));
}
