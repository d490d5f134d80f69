import type { Contact } from '../../src/domain/contact.ts';
import { localDate } from '../../src/domain/dates.ts';
import { storyContacts } from '../../src/entry/story.ts';

/** The day on which the demo is told. */
export const TODAY = localDate(new Date());

const CONTACTS = storyContacts(TODAY);

/** What the list of the demo says above it: all contacts, or those of a filter. */
export function counted(isShown?: (contact: Contact) => boolean): string {
  const all = `${CONTACTS.length} contacts`;
  return isShown ? `${CONTACTS.filter(isShown).length} of ${all}` : all;
}

export function isGhosted({ status }: Contact): boolean {
  return status === 'ghosted';
}

export function isOverdue({ next_follow_up }: Contact): boolean {
  return next_follow_up !== null && next_follow_up < TODAY;
}
