import { type Week, weeklyActivity } from './activity.ts';
import type { Application } from './application.ts';
import { addDays, type CalendarDate } from './dates.ts';
import { type FunnelStep, funnelOf } from './funnel.ts';
import type { Interaction } from './interaction.ts';
import { monday } from './iso-week.ts';
import { type ResponseRate, type ResponseTime, responseRates, responseTime } from './responses.ts';
import type { Period } from './sample.ts';
import { type StageTime, stageTimes } from './stage-times.ts';

/** What a job search tells about itself. Each number says from how many it was found, and whether they are too few. */
export interface Insights {
  readonly funnel: readonly FunnelStep[];
  readonly bySource: readonly ResponseRate[];
  readonly byRoute: readonly ResponseRate[];
  readonly responseTime: ResponseTime;
  readonly stageTimes: readonly StageTime[];
  /** The last ones of the period, `MOST_WEEKS` at the most; those that have not begun are none. */
  readonly weeks: readonly Week[];
}

/** So many weeks are told: a year, and the same week of the year before. A date with a wrong year would make thousands. */
export const MOST_WEEKS = 53;

/**
 * All numbers of a period. Each follows the applications of its own question: the funnel those that began in it, the
 * answers those sent in it, the time in stages the stays that ended in it, the weeks what happened in it.
 *
 * @param today the person's own calendar date
 */
export function insightsOf(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  period: Period,
  today: CalendarDate,
): Insights {
  return {
    funnel: funnelOf(applications, period),
    bySource: responseRates(applications, interactions, period, 'source'),
    byRoute: responseRates(applications, interactions, period, 'route'),
    responseTime: responseTime(applications, interactions, period),
    stageTimes: stageTimes(applications, period),
    weeks: weeklyActivity(applications, interactions, lastWeeks(period, today)),
  };
}

function lastWeeks({ from, to }: Period, today: CalendarDate): Period {
  const end = to < today ? to : today;
  const first = addDays(monday(end), -7 * (MOST_WEEKS - 1));
  return { from: from > first ? from : first, to: end };
}
