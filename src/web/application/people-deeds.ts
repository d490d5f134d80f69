import { contact } from '../../domain/contact.ts';
import { isEqual, type JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { titleOf } from '../deeds/applications.ts';
import { creation, edition } from '../deeds/edits.ts';
import type { Deed } from '../deeds/history.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { type Person, peopleOf } from './people-of.ts';

type Doing = Pick<Touchbase, 'deeds' | 'replica'>;

/** What somebody is called, also where there is no contact any more. */
export function nameOf({ replica }: Pick<Touchbase, 'replica'>, id: string): string {
  return toText(replica.collection(contact.type).get(id)?.name) || say.people.gone;
}

/** Adds a contact to the people of an application, without a role yet. */
export function addPerson(doing: Doing, record: AnyRecord, id: string): Deed | null {
  const label = say.people.added(nameOf(doing, id), titleOf(record));
  return write(doing, record, label, [...peopleOf(record), { contact_id: id, role: null }]);
}

/** Adds a new contact, and them to the people of an application: one deed, one Undo. */
export function addNewPerson({ deeds }: Doing, record: AnyRecord, values: JsonObject): Deed | null {
  const made = creation(contact.type, values);
  const contact_ids = [...peopleOf(record), { contact_id: made.ref.id, role: null }];
  const label = say.people.added(toText(values.name), titleOf(record));
  return deeds.do(label, [made, edition(refOf(record), { contact_ids })]);
}

/** Takes somebody off an application; the contact stays. */
export function removePerson(doing: Doing, record: AnyRecord, person: Person): Deed | null {
  const label = say.people.removed(nameOf(doing, person.contact_id), titleOf(record));
  const people = peopleOf(record);
  const place = people.findIndex((one) => isEqual(one, person));
  return write(doing, record, label, people.toSpliced(place, place < 0 ? 0 : 1));
}

/** Says as what somebody has to do with an application; an empty text is no role. */
export function setRole(doing: Doing, record: AnyRecord, person: Person, role: string): Deed | null {
  const label = say.people.roleSet(nameOf(doing, person.contact_id), role);
  const changed = { ...person, role: role === '' ? null : role };
  return write(
    doing,
    record,
    label,
    peopleOf(record).map((one) => (isEqual(one, person) ? changed : one)),
  );
}

function write({ deeds }: Doing, record: AnyRecord, label: string, contact_ids: readonly Person[]): Deed | null {
  return deeds.do(label, [edition(refOf(record), { contact_ids })], { isBrief: true });
}
