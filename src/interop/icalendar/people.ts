import { fold } from '../../domain/search.ts';
import { type Property, param } from '../content-line/property.ts';
import { textOf } from '../content-line/text-of-bytes.ts';
import type { Reading } from '../import/format.ts';
import type { PersonNamed } from '../import/found.ts';

/** Rooms and lists take part in meetings too. */
const NO_PERSON = /^(?:ROOM|RESOURCE|GROUP)$/i;
const NO_PERSONS_ADDRESS = /@(?:resource|group)\.calendar\.google\.com$|^(?:no-?reply|calendar-notification)@/i;

/** Who takes part in an event. */
export interface Participants {
  /** All but the person themselves, who called it first; each once. */
  readonly others: readonly PersonNamed[];
  /** Whether the person said that they do not come. */
  readonly declined: boolean;
}

/** The people of an event's ORGANIZER and ATTENDEE. */
export function participantsOf(properties: readonly Property[], own: Reading['own']): Participants {
  const named = (name: string) => properties.filter((property) => property.name === name);
  const others = new Map<string, PersonNamed>();
  let declined = false;
  for (const property of [...named('ORGANIZER'), ...named('ATTENDEE')]) {
    const person = personIn(property);
    if (!person) continue;
    const isOwn = isOwnPerson(person, own);
    if (isOwn && param(property, 'PARTSTAT').toUpperCase() === 'DECLINED') declined = true;
    const key = (person.email ?? fold(person.name ?? '')).toLowerCase();
    if (!isOwn) others.set(key, { ...person, ...others.get(key) });
  }
  return { others: [...others.values()], declined };
}

/** Whether a name or an address is one of the person's own. */
export function isOwnPerson({ name, email }: PersonNamed, own: Reading['own']): boolean {
  if (email && own.emails.some((one) => one.trim().toLowerCase() === email.toLowerCase())) return true;
  return !email && name != null && own.names.some((one) => fold(one.trim()) === fold(name));
}

function personIn(property: Property): PersonNamed | null {
  const value = textOf(property.value).trim();
  const address = /^mailto:/i.test(value) ? value.slice('mailto:'.length) : param(property, 'EMAIL') || value;
  const email = /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
  if (NO_PERSON.test(param(property, 'CUTYPE')) || NO_PERSONS_ADDRESS.test(email ?? '')) return null;
  const called = param(property, 'CN').trim();
  const name = called === '' || called.includes('@') ? null : called;
  if (!email && !name) return null;
  return { ...(name && { name }), ...(email && { email }) };
}
