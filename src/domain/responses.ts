import type { Application } from './application.ts';
import { type CalendarDate, daysBetween, splitDateTime } from './dates.ts';
import type { Interaction } from './interaction.ts';
import { isBeyond } from './progress.ts';
import { isIn, type Median, medianOf, type Period, type Share, shareOf } from './sample.ts';
import { fold } from './search.ts';
import type { Outcome } from './stages.ts';

/** How often those of one source or route answered. */
export interface ResponseRate extends Share {
  /** The source as it was written first, or the key of the route; null for applications without one. */
  readonly of: string | null;
  /** Those not answered that may be yet: still at applied. */
  readonly waiting: number;
}

/** The time from applying to the first word. */
export interface ResponseTime extends Median {
  /** Applications without any word, which the median knows nothing of. */
  readonly unanswered: number;
}

/** Outcomes that only the other side can give, or that answer what it offered. */
const SAID_BY_THEM: ReadonlySet<string | null> = new Set<Outcome>(['rejected', 'accepted', 'declined']);

/**
 * How many of the applications sent in a period were answered, by source or by route, the largest group first and those
 * without one last.
 *
 * Answered means: they said something on the day of applying or after it (a note, such as an automatic confirmation, is
 * no word of theirs), or it went beyond applied, or it ended by their word. A rejection is an answer; silence, an expired
 * posting and a withdrawal are none.
 */
export function responseRates(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  period: Period,
  by: 'source' | 'route',
): readonly ResponseRate[] {
  const groups = Map.groupBy(sentIn(applications, interactions, period), ({ application }) => groupOf(application, by));
  const rates = [...groups].map(([key, group]) => ({
    of: key === '' ? null : (group[0]?.application[by]?.trim() ?? null),
    waiting: group.filter(({ application, words }) => words.length === 0 && application.stage === 'applied').length,
    ...shareOf(group.filter(({ words }) => words.length > 0).length, group.length),
  }));
  return rates.toSorted((a, b) => Number(a.of === null) - Number(b.of === null) || b.n - a.n);
}

/**
 * The median number of days from applying to the first word, of the applications sent in a period. Where all that is
 * known was said before applying, there is an answer but no time of it.
 */
export function responseTime(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  period: Period,
): ResponseTime {
  const sent = sentIn(applications, interactions, period);
  const spans = sent.flatMap(({ on, words }) => {
    const first = words.filter((day) => day >= on).sort()[0];
    return first === undefined ? [] : [daysBetween(on, first)];
  });
  return { unanswered: sent.filter(({ words }) => words.length === 0).length, ...medianOf(spans) };
}

interface Sent {
  readonly application: Application;
  readonly on: CalendarDate;
  /** The days of which a word of theirs is known, in no order. */
  readonly words: readonly CalendarDate[];
}

function sentIn(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  period: Period,
): readonly Sent[] {
  const incoming = interactions.filter(
    (one) => one.direction === 'in' && one.kind !== 'note' && one.deleted_at === null,
  );
  const byApplication = Map.groupBy(incoming, ({ application_id }) => application_id);
  return applications.flatMap((application) => {
    const on = application.applied_on;
    if (application.deleted_at !== null || !isIn(period, on)) return [];
    const said = byApplication.get(application.application_id) ?? [];
    const days = said.map(({ occurred_at }) => splitDateTime(occurred_at).date).filter((day) => day >= on);
    return [{ application, on, words: [...days, ...answersIn(application)] }];
  });
}

/** The days on which the history says that they answered. */
function answersIn({ stage_history }: Application): readonly CalendarDate[] {
  const isAnswer = ({ stage, outcome }: Application['stage_history'][number]) =>
    stage === 'closed' ? SAID_BY_THEM.has(outcome) : isBeyond(stage, 'applied');
  return stage_history.filter(isAnswer).map(({ on }) => on);
}

function groupOf(application: Application, by: 'source' | 'route'): string {
  return fold(application[by]?.trim() ?? '');
}
