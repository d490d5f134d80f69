import PostalMime, { type Address, type Attachment, decodeWords, type Email, type Mailbox } from 'postal-mime';
import { textOfHtml } from './html-text.ts';
import { whenOf } from './when.ts';

/** No more of a text is looked at, in characters: ten times what is kept of it. */
const MOST_TEXT = 200_000;
const LONGEST_NAME = 300;

/** Somebody in the head of a message; a part that is not written is empty. */
export interface Party {
  readonly name: string;
  /** In small letters. */
  readonly address: string;
}

/** A message as far as an import needs it. */
export interface Mail {
  /** By their names in small letters; the first of each, for the topmost is the newest. */
  readonly headers: ReadonlyMap<string, string>;
  /** The Message-ID without its brackets; empty where there is none. */
  readonly id: string;
  /** The ids of the messages before it in its thread. */
  readonly references: readonly string[];
  readonly subject: string;
  /** When it was sent, in ISO 8601 with its offset; undefined where that cannot be read. */
  readonly sentAt: string | undefined;
  readonly from: Party | undefined;
  readonly to: readonly Party[];
  readonly cc: readonly Party[];
  readonly replyTo: readonly Party[];
  readonly text: string;
  /** The names of the files that came with it. */
  readonly attachments: readonly string[];
}

/**
 * Reads a message (RFC 5322, MIME), whatever it holds; undefined where the parser gives up: parts nested 256 deep, a head
 * of 2 MB.
 */
export async function mailOf(bytes: Uint8Array): Promise<Mail | undefined> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes, { rfc822Attachments: true });
  } catch {
    return undefined;
  }
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value.trim());
  return {
    headers,
    id: idsIn(email.messageId)[0] ?? '',
    references: [...idsIn(email.references), ...idsIn(email.inReplyTo)],
    subject: plain(email.subject ?? ''),
    sentAt: whenOf(headers.get('date') ?? ''),
    from: partiesOf(email.from ? [email.from] : [])[0],
    to: partiesOf(email.to),
    cc: partiesOf(email.cc),
    replyTo: partiesOf(email.replyTo),
    text: textOf(email),
    attachments: email.attachments.filter((one) => !isPartOfText(one)).map(nameOfAttachment),
  };
}

/** A header of a message with its encoded words (RFC 2047) read; empty where it is not there. */
export function headerOf(mail: Mail, name: string): string {
  return decodeWords(mail.headers.get(name) ?? '').trim();
}

function textOf({ text = '', html = '' }: Email): string {
  const written = text.trim() === '' && html !== '' ? textOfHtml(html) : text;
  // A character that is not one of a text (NUL and its like) would be refused by no field, and shown by no screen.
  return written
    .slice(0, MOST_TEXT)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b\u2060\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .trim();
}

function partiesOf(addresses: readonly Address[] = []): Party[] {
  return addresses.flatMap((one): Party[] => (one.group ? one.group.map(partyOf) : [partyOf(one)])).filter(isSomebody);
}

function partyOf({ name, address }: Mailbox): Party {
  const shown = plain(name.slice(0, LONGEST_NAME)).replace(/^['"]+|['"]+$/g, '');
  const known = address.trim().toLowerCase();
  return { name: shown.toLowerCase() === known ? '' : shown, address: known };
}

const isSomebody = ({ name, address }: Party) => name !== '' || address !== '';

/** A picture that the text shows, such as the logo of a signature. */
function isPartOfText({ related, disposition, contentId, mimeType }: Attachment): boolean {
  return related === true || (disposition === 'inline' && contentId !== undefined && mimeType.startsWith('image/'));
}

function nameOfAttachment({ filename, mimeType }: { filename: string | null; mimeType: string }): string {
  return plain(filename ?? '') || mimeType || 'file';
}

function idsIn(value = ''): string[] {
  const bracketed = [...value.matchAll(/<([^<>\s]{1,998})>/g)].map(([, id = '']) => id);
  return bracketed.length > 0 ? bracketed : value.split(/\s+/).filter((id) => id !== '');
}

const plain = (text: string) => text.replace(/[\s\u0000-\u001f]+/g, ' ').trim();
