import type { Application } from './application.ts';
import { type CalendarDate, splitDateTime } from './dates.ts';
import type { Interaction } from './interaction.ts';
import { begunOn } from './progress.ts';
import type { Period } from './sample.ts';

/**
 * From the first day of a search to today, or to its last day where that is later: what “all of it” means.
 *
 * @param applications tombstones are passed over, as they are of interactions
 * @param today the person's own calendar date
 * @returns null where nothing has happened yet
 */
export function spanOfSearch(
  applications: readonly Application[],
  interactions: readonly Interaction[],
  today: CalendarDate,
): Period | null {
  let from = today;
  let to = today;
  let isEmpty = true;
  const take = (day: CalendarDate | null) => {
    if (day === null) return;
    isEmpty = false;
    if (day < from) from = day;
    if (day > to) to = day;
  };
  for (const one of applications.filter(isKept)) {
    take(begunOn(one));
    take(one.applied_on);
    for (const { on } of one.stage_history) take(on);
  }
  for (const { occurred_at } of interactions.filter(isKept)) take(splitDateTime(occurred_at).date);
  return isEmpty ? null : { from, to };
}

function isKept({ deleted_at }: { readonly deleted_at: string | null }): boolean {
  return deleted_at === null;
}
