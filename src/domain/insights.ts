import { type Week, weeklyActivity } from './activity.ts';
import type { Application } from './application.ts';
import { type FunnelStep, funnelOf } from './funnel.ts';
import type { Interaction } from './interaction.ts';
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
  readonly weeks: readonly Week[];
}

/**
 * All numbers of a period. Each follows the applications of its own question: the funnel those that began in it, the
 * answers those sent in it, the time in stages the stays that ended in it, the weeks what happened in it.
 */
export function insightsOf(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  period: Period,
): Insights {
  return {
    funnel: funnelOf(applications, period),
    bySource: responseRates(applications, interactions, period, 'source'),
    byRoute: responseRates(applications, interactions, period, 'route'),
    responseTime: responseTime(applications, interactions, period),
    stageTimes: stageTimes(applications, period),
    weeks: weeklyActivity(applications, interactions, period),
  };
}
