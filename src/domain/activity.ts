import type { Application } from './application.ts';
import { addDays, type CalendarDate, daysBetween, splitDateTime } from './dates.ts';
import type { Interaction } from './interaction.ts';
import { isoWeek, monday } from './iso-week.ts';
import { isIn, type Period } from './sample.ts';

/** What was done in one week. The numbers are counts of all there is, so they are their own sample. */
export interface Week {
  /** As ISO 8601 writes it: `2026-W48`. */
  readonly week: string;
  /** Its Monday. */
  readonly from: CalendarDate;
  /** Applications that were sent. */
  readonly applications: number;
  /** Conversations and messages, both ways; notes are none. */
  readonly conversations: number;
  /** Only a part of the week is in the period. */
  readonly isPartial: boolean;
}

/**
 * Applications and conversations by week, in order, weeks with nothing included.
 *
 * @param applications tombstones are passed over, as they are of interactions
 */
export function weeklyActivity(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  period: Period,
): readonly Week[] {
  const sent = countByWeek(period, applications, ({ applied_on }) => applied_on);
  const said = countByWeek(period, interactions, ({ kind, occurred_at }) => {
    return kind === 'note' ? null : splitDateTime(occurred_at).date;
  });
  return mondaysIn(period).map((from) => ({
    week: isoWeek(from),
    from,
    applications: sent.get(from) ?? 0,
    conversations: said.get(from) ?? 0,
    isPartial: from < period.from || addDays(from, 6) > period.to,
  }));
}

/** By the Monday of each week; by day first, as there are many things to a day. */
function countByWeek<One extends { readonly deleted_at: string | null }>(
  period: Period,
  all: readonly One[],
  dayOf: (one: One) => CalendarDate | null,
): ReadonlyMap<CalendarDate, number> {
  const days = all.filter(({ deleted_at }) => deleted_at === null).map(dayOf);
  const byWeek = new Map<CalendarDate, number>();
  for (const [day, same] of Map.groupBy(days, (one) => one)) {
    if (isIn(period, day)) byWeek.set(monday(day), (byWeek.get(monday(day)) ?? 0) + same.length);
  }
  return byWeek;
}

function mondaysIn({ from, to }: Period): readonly CalendarDate[] {
  const first = monday(from);
  const length = from > to ? 0 : Math.floor(daysBetween(first, to) / 7) + 1;
  return Array.from({ length }, (_, place) => addDays(first, 7 * place));
}
