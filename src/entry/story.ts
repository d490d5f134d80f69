import { v7 } from 'uuid';
import { apply } from '../domain/changes.ts';
import { contact } from '../domain/contact.ts';
import { addDays, type CalendarDate, localDate } from '../domain/dates.ts';
import { idOf } from '../domain/noun.ts';
import type { Store } from '../store/store.ts';
import { CAST, type Character } from './story-cast.ts';

/** Fills a workspace with the story: a job search in full swing, told from the day `now` falls on. */
export async function addStory(store: Store, workspace: string, now: Date): Promise<void> {
  for (const record of storyContacts(localDate(now))) {
    const outcome = apply(contact, undefined, { op: 'create', record }, { id: v7(), now: now.toISOString() });
    if ('problem' in outcome) throw new Error(`${record.name}: ${outcome.problem.detail}`);
    await store.put(workspace, { type: contact.type, id: idOf(contact, outcome.record), record: outcome.record }, 0);
  }
}

/** The cast as contacts, with its days counted from `today`. */
export function storyContacts(today: CalendarDate): readonly Readonly<Record<string, unknown>>[] {
  return CAST.map((character) => contactOf(character, today));
}

function contactOf({ next, last, lastAt, ...fields }: Character, today: CalendarDate) {
  const lastDay = last === undefined ? undefined : addDays(today, -last);
  return {
    ...fields,
    ...(next !== undefined && { next_follow_up: addDays(today, next) }),
    ...(lastDay && { last_contacted: lastAt ? `${lastDay}T${lastAt}` : lastDay }),
  };
}
