import { type AgendaInput, type AgendaItem, SECTIONS } from './agenda-item.ts';
import { addDays } from './dates.ts';
import { plannedIn } from './planned.ts';
import type { Unplanned } from './unplanned.ts';

export interface Agenda {
  /** In the order of the sections; in each the first is the most urgent. */
  readonly items: readonly AgendaItem[];
  /** How many are planned after this week. */
  readonly later: number;
  /** The first that is planned after today. */
  readonly next: AgendaItem | null;
}

/**
 * What to do on a day, and what to wait for. What was planned goes before what is only waited for or suggested: a
 * conversation in which something is planned for this week is in neither of these sections.
 *
 * @param unplannedIn finds what is suggested and waited for; null leaves both out, where it is not loaded yet
 */
export function agendaOf(input: AgendaInput, unplannedIn: Unplanned | null): Agenda {
  const { today } = input;
  const planned = plannedIn(input);
  const soon = planned.filter(({ on }) => on === null || on <= addDays(today, 6));
  const unplanned = unplannedIn?.(input, { planned, soon }) ?? [];
  const bySection = Map.groupBy([...soon, ...unplanned], ({ section }) => section);
  return {
    items: SECTIONS.flatMap((section) => bySection.get(section) ?? []),
    later: planned.length - soon.length,
    next: planned.find(({ on }) => on !== null && on > today) ?? null,
  };
}

/** How many are to be done until today. */
export function countUntilToday({ items }: Agenda): number {
  return items.filter(({ section }) => section === 'overdue' || section === 'today').length;
}
