import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { rowsOf } from '../../domain/history.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import type { Touching } from '../../domain/timeline.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Touchbase } from '../touchbase.ts';

/** What a conversation is about: a contact or an application. */
export interface About {
  readonly contact?: AnyRecord | undefined;
  readonly application?: AnyRecord | undefined;
}

/** A record by its id and what it is called. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** The id under which is kept what is typed about it. */
export function keyOf({ contact: who, application: what }: About): string {
  if (what) return idOf(application, what);
  return who ? idOf(contact, who) : '';
}

/** The fields that say of an interaction or a task what it is about. */
export function partiesOf({ contact: who, application: what }: About): {
  contact_id: string | null;
  application_id: string | null;
} {
  return { contact_id: who ? idOf(contact, who) : null, application_id: what ? idOf(application, what) : null };
}

/** Everything that touches it. */
export function touchingOf({ related }: Pick<Touchbase, 'related'>, about: About): Touching | null {
  const { contact: who, application: what } = about;
  const subject = what ?? who;
  if (!subject) return null;
  const [by, id] = [what ? 'application_id' : 'contact_id', keyOf(about)] as const;
  return {
    subject,
    interactions: related.interactions(by, id),
    tasks: related.tasks(by, id),
    applications: what ? [what] : related.applicationsOf(id),
  };
}

/** Whether anything was said, planned or applied for yet. */
export function hasAnything({ interactions, tasks, applications }: Touching): boolean {
  return interactions.length + tasks.length + applications.length > 0;
}

/** The other party that can be named with an interaction: the applications of a contact, or the people of an application. */
export function othersOf({ related, replica }: Pick<Touchbase, 'related' | 'replica'>, about: About): readonly Named[] {
  const { contact: who, application: what } = about;
  if (!what) return who ? related.applicationsOf(idOf(contact, who)).map(namedApplication) : [];
  return rowsOf<{ readonly contact_id: string; readonly role: string | null }>(what, 'contact_ids').flatMap(
    ({ contact_id, role }) => {
      const record = replica.record({ type: contact.type, id: contact_id });
      if (!record || record.deleted_at !== null) return [];
      const name = toText(record[contact.titleField]);
      return { id: contact_id, name: role ? `${name} (${role})` : name };
    },
  );
}

/** An application by its position and its company. */
export function namedApplication(record: AnyRecord): Named {
  const name = [record.position, record.company].map(toText).filter(Boolean).join(' · ');
  return { id: idOf(application, record), name };
}
