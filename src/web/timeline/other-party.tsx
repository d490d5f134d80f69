import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { useTouchbase } from '../touchbase.ts';
import { type About, namedApplication } from './about.ts';

/** With whom it was, on the page of an application; about which application, on the page of a contact. */
export function OtherParty({ record, about }: { readonly record: AnyRecord; readonly about: About }) {
  const { replica, router } = useTouchbase();
  const type = about.application ? contact.type : application.type;
  const id = toText(about.application ? record.contact_id : record.application_id);
  const other = id === '' ? undefined : replica.record({ type, id });
  if (!other || other.deleted_at !== null) return null;
  const isContact = type === contact.type;
  return (
    <a dir="auto" href={isContact ? router.hrefOf({ id }) : router.hrefTo('applications', { id })}>
      {isContact ? toText(other[contact.titleField]) : namedApplication(other).name}
    </a>
  );
}
