import { contact } from '../../domain/contact.ts';
import type { Alike } from '../../domain/duplicates.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { isOf } from '../../domain/record-of.ts';
import { tidy, toText } from '../../domain/typed-text.ts';
import type { NoteProps } from '../form/form-field.tsx';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-settings.ts';
import { likelyIn } from './likely.ts';
import './likely-same.css';

/** A quiet notice that a contact is likely there twice. */
export function LikelySameContact({ record }: { readonly record: AnyRecord }) {
  const { replica, router } = useTouchbase();
  const alikeTo = likelyIn(replica).contacts.alikeTo.value;
  if (!alikeTo || !isOf(contact, record)) return null;
  const alike = alikeTo(record, record.contact_id);
  const link = (other: AnyRecord) => ({
    href: router.hrefOf({ id: idOf(contact, other) }),
    name: toText(other[contact.titleField]),
  });
  return <Notice noun={contact} record={record} alike={alike} linkTo={link} />;
}

interface NoticeProps {
  readonly noun: Noun;
  readonly record: AnyRecord;
  readonly alike: readonly Alike[];
  readonly linkTo: (other: AnyRecord) => { readonly href: string; readonly name: string };
}

/** Who it is likely the same as, why, and the way to where they are compared. */
export function Notice({ noun, record, alike, linkTo }: NoticeProps) {
  const { replica, router } = useTouchbase();
  replica.collection(noun.type).revision.value;
  const others = alike.flatMap(({ id, by }) => {
    const other = replica.record({ type: noun.type, id });
    return isHere(other) ? [{ other, by }] : [];
  });
  const [first] = others;
  if (!first) return null;
  const { href, name } = linkTo(first.other);
  const reasons = first.by.map((by) => say.likely.because[by]).join(' · ');
  return (
    <aside class="likely-same" aria-label={`${say.likely.sameAs} ${name}`}>
      <Icon name="copy" />
      <p dir="auto">
        {say.likely.sameAs} <a href={href}>{name}</a>
        {others.length > 1 && say.likely.sameAsMore(others.length - 1)}
        <small>{reasons}</small>
      </p>
      <a class="compare" href={router.hrefTo('settings', null, { show: 'duplicates', of: idOf(noun, record) })}>
        {say.likely.compare}
      </a>
    </aside>
  );
}

const NOTHING = { name: '', company: null, recruiter_company: null, email: '', phone: null, linkedin_url: null };

/** A hint that another contact has this address, number or profile already: two people may share one, so it is no error. */
export function AlreadyThere(props: NoteProps) {
  const { name, text } = props;
  const already = nameOf(name);
  return already === null || text.trim() === '' ? null : <Other {...props} words={say.likely.already[already]} />;
}

function Other({ name, field, text, record, words }: NoteProps & { readonly words: string }) {
  const { replica, router } = useTouchbase();
  const alikeTo = likelyIn(replica).contacts.alikeTo.value;
  const id = record && idOf(contact, record);
  const alike = alikeTo?.({ ...NOTHING, [name]: tidy(field, text) }, id) ?? [];
  const other = alike.map((one) => replica.record({ type: contact.type, id: one.id })).find(isHere);
  if (!other) return null;
  return (
    <span class="hint">
      {words} <a href={router.hrefOf({ id: idOf(contact, other) })}>{toText(other.name)}</a>
    </span>
  );
}

function nameOf(name: string): keyof typeof say.likely.already | null {
  return name === 'email' || name === 'phone' || name === 'linkedin_url' ? name : null;
}

function isHere(record: AnyRecord | undefined): record is AnyRecord {
  return record?.deleted_at === null;
}
