import { contact } from '../../domain/contact.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { task } from '../../domain/task.ts';
import type { Deeds } from '../deeds/deeds.ts';
import { creation, edition } from '../deeds/edits.ts';
import type { Deed } from '../deeds/history.ts';
import { dateWords } from '../words/moment.ts';
import { told } from '../words/say-conversation.ts';
import type { Named } from './about.ts';

/** Plans when to get in touch with a contact again, or that nothing is planned. */
export function planFollowUp(deeds: Deeds, { id, name }: Named, day: CalendarDate | null): Deed | null {
  const label = day === null ? told.stand.unplanned(name) : told.stand.planned(name, dateWords(day));
  return deeds.do(label, [edition({ type: contact.type, id }, { next_follow_up: day })]);
}

/** The planned follow-up is done, and none is planned: a task that is done tells so in the timeline. */
export function finishFollowUp(deeds: Deeds, { id, name }: Named, due_on: CalendarDate, now: Date): Deed | null {
  const title = told.stand.followUp(name);
  const done = { title, kind: 'follow_up', due_on, contact_id: id, done_at: now.toISOString() };
  return deeds.do(told.stand.followedUp(name), [
    edition({ type: contact.type, id }, { next_follow_up: null }),
    creation(task.type, done),
  ]);
}
