import type { Bad, Found } from '../import/found.ts';
import type { Context } from './context.ts';
import { momentOf } from './moment.ts';
import { isSomebody, nameKey, type Person, personNamed, recipientsOf } from './person.ts';
import { plainText } from './plain-text.ts';
import { keyOfProfile } from './profile.ts';
import { fieldsOf, remarksOf } from './remarks.ts';
import { digest, sourceId } from './source-id.ts';
import { bad, type Row } from './table.ts';

/** What the editor of LinkedIn's campaigns puts around an advertisement, which no member has sent. */
const ADVERTISING = /^\s*<[^<>]*\bspinmail-quill-editor/;

/** A message as a conversation with who wrote it, or with whom it was written to. */
export function messageOf(row: Row, context: Context): Found | Bad | undefined {
  const reason = reasonToLeaveOut(row);
  if (reason) {
    context.leftOut.add(reason);
    return undefined;
  }
  const occurredAt = momentOf(row.get('date'), context.zone);
  if (!occurredAt) return bad(row.where, 'This message has no date that can be read.', row.text);
  const { isOwn, people, others } = sidesOf(row, context);
  const [first] = people;
  if (!first) {
    context.leftOut.add('nobody');
    return undefined;
  }
  const body = plainText(row.get('content'));
  for (const person of people) context.said.add(saidKey(person, body));
  return {
    type: 'interactions',
    where: row.where,
    fields: fieldsOf({
      subject: plainText(row.get('subject')),
      channel: 'linkedin',
      direction: isOwn === undefined ? undefined : isOwn ? 'out' : 'in',
      kind: 'message',
      occurred_at: occurredAt,
      body,
      source_id: messageId(row, context),
    }),
    people: people.map(personNamed),
    ...remarksOf({
      Conversation: row.get('conversation title'),
      'Also to': others.map(({ name, url }) => name || url).join(', '),
      Attachments: row.get('attachments').replaceAll(/,(?=https?:)/g, '\n'),
    }),
  };
}

/** By which an invitation is known that is the first message of a conversation too. */
export function saidKey({ name, url }: Person, body: string): string {
  return `${keyOfProfile(url) || nameKey(name)} ${digest(body.replace(/\s+/g, ' '))}`;
}

function reasonToLeaveOut(row: Row) {
  if (isYes(row.get('is message draft')) || isYes(row.get('is conversation draft'))) return 'drafts';
  if (row.get('folder').toUpperCase() === 'SPAM') return 'spam';
  return row.get('sender profile url') === '' && ADVERTISING.test(row.get('content')) ? 'advertising' : undefined;
}

function isYes(text: string): boolean {
  return /^(yes|true)$/i.test(text);
}

/** Whom it is with: the sender, or those it was sent to; where the owner is not known, both. */
function sidesOf(row: Row, { parties: { isOwner, names } }: Context) {
  const sender = { name: row.get('from'), url: row.get('sender profile url') };
  const recipients = recipientsOf(row.get('to'), row.get('recipient profile urls'), names).filter(isSomebody);
  const senders = [sender].filter(isSomebody);
  if (!isOwner) return { isOwn: undefined, people: [...senders, ...recipients], others: [] };
  const theirs = recipients.filter((person) => !isOwner(person));
  if (isOwner(sender)) return { isOwn: true, people: theirs, others: [] };
  return { isOwn: false, people: senders, others: theirs };
}

/** Its conversation, time and sender; where those are the same for two, also what it says. */
function messageId(row: Row, { messages }: Context): string {
  const sender = keyOfProfile(row.get('sender profile url')) || nameKey(row.get('from'));
  const parts = [row.get('conversation id'), row.get('date'), sender];
  const key = parts.join('\n');
  const content = digest(row.get('content'));
  const before = messages.get(key);
  if (before === undefined) messages.set(key, content);
  return before === undefined || before === content ? sourceId(...parts) : sourceId(...parts, content);
}
