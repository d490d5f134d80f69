import { contact } from '../../domain/contact.ts';
import { rowsOf } from '../../domain/history.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';

/** Somebody who has to do with an application. */
export interface Person {
  readonly contact_id: string;
  readonly role: string | null;
}

export function peopleOf(record: AnyRecord): readonly Person[] {
  return rowsOf<Person>(record, 'contact_ids');
}

/** A contact as it is offered by its name. */
export interface Offered {
  readonly id: string;
  readonly label: string;
}

/** Contacts by labels of which no two are the same: where name and company do not tell them apart, the address does. */
export function offeredAs(contacts: readonly AnyRecord[]): readonly Offered[] {
  const labels = contacts.map(({ name, company }) => joined(name, company));
  const counts = Map.groupBy(labels, (label) => label);
  const seen = new Set<string>();
  return contacts.map((record, index) => {
    const own = labels[index] ?? '';
    const isShared = (counts.get(own)?.length ?? 0) > 1;
    const label = unseen(isShared ? joined(own, record.email) : own, seen);
    seen.add(label);
    return { id: idOf(contact, record), label };
  });
}

function joined(...parts: readonly unknown[]): string {
  return parts.map(toText).filter(Boolean).join(' · ');
}

function unseen(label: string, seen: ReadonlySet<string>): string {
  let number = 1;
  let own = label;
  while (seen.has(own)) own = `${label} (${++number})`;
  return own;
}
