import { addressParser, type Mailbox } from 'postal-mime';
import type { Mail, Party } from './mail.ts';

/** A message in a text that somebody copied out of a mail program. */
export interface PastedMessage {
  readonly mail: Mail;
  /** As it is written; empty where it is not. */
  readonly date: string;
  readonly line: number;
}

type Key = 'from' | 'to' | 'cc' | 'date' | 'subject' | 'replyTo';

/** What mail programs call the lines of a head in English, German and French. */
const KEYS: Readonly<Record<string, Key>> = {
  from: 'from',
  von: 'from',
  de: 'from',
  absender: 'from',
  expéditeur: 'from',
  to: 'to',
  an: 'to',
  à: 'to',
  a: 'to',
  empfänger: 'to',
  destinataire: 'to',
  cc: 'cc',
  kopie: 'cc',
  date: 'date',
  sent: 'date',
  gesendet: 'date',
  datum: 'date',
  envoyé: 'date',
  subject: 'subject',
  betreff: 'subject',
  objet: 'subject',
  'reply-to': 'replyTo',
  'antwort an': 'replyTo',
  'répondre à': 'replyTo',
};

const HEAD_LINE = /^[>\s*]{0,6}([\p{L}-]{1,12}(?: (?:an|à))?)\*?[ \u00a0]?:\*?[ \t\u00a0]*(.*)$/u;
const BETWEEN =
  /^\s*(?:[_=-]{5,}|-{2,}.{3,60}-{2,}|begin forwarded message:|anfang der weitergeleiteten nachricht:|début du message .{3,20}:)\s*$/i;
const LONGEST_LINE = 2_000;

interface Head {
  readonly fields: ReadonlyMap<Key, string>;
  /** Where it begins, and where what follows it begins. */
  readonly at: number;
  readonly end: number;
}

/** The messages of a text, by the blocks of `From:`, `Date:`, `To:`, `Subject:` lines before each, and what stands before them. */
export function pastedMessages(text: string): { messages: PastedMessage[]; before: string } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const heads = headsIn(lines);
  const messages = heads.map((head, place) =>
    messageOf(head, lines.slice(head.end, heads[place + 1]?.at ?? lines.length)),
  );
  return { messages, before: bodyOf(lines.slice(0, heads[0]?.at ?? lines.length)) };
}

function headsIn(lines: readonly string[]): Head[] {
  const heads: Head[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const head = headAt(lines, at);
    if (!head) continue;
    heads.push(head);
    at = head.end - 1;
  }
  return heads;
}

/** A run of head lines, with at most one blank line between two of them: who it is from, and two more. */
function headAt(lines: readonly string[], at: number): Head | undefined {
  const fields = new Map<Key, string>();
  let [end, next, last] = [at, at, keyOf(lines[at])?.key];
  if (last === undefined) return undefined;
  while (next < lines.length && next - end <= 1) {
    const line = lines[next] ?? '';
    const found = keyOf(line);
    if (found && fields.has(found.key)) break;
    if (found) fields.set(found.key, found.value);
    else if (line.trim() !== '' && (next !== end || !isContinued(line, last))) break;
    else if (line.trim() !== '') fields.set(last, `${fields.get(last) ?? ''} ${line.trim()}`);
    next += 1;
    if (found) last = found.key;
    if (line.trim() !== '') end = next;
  }
  // A journey has a from, a to and a date as well.
  const isMail = fields.has('subject') || fields.get('from')?.includes('@') === true;
  return fields.has('from') && fields.size >= 3 && isMail ? { fields, at, end } : undefined;
}

/** A long list of addresses goes on in the next line, which is indented. */
const isContinued = (line: string, last: Key | undefined) =>
  last !== 'subject' && last !== 'date' && /^[ \t]+\S+@/.test(line);

function keyOf(line = ''): { key: Key; value: string } | undefined {
  const [, name = '', value = ''] = HEAD_LINE.exec(line.slice(0, LONGEST_LINE)) ?? [];
  const low = name.toLowerCase();
  const key = Object.hasOwn(KEYS, low) ? KEYS[low] : undefined;
  return key && { key, value: value.trim() };
}

function messageOf(head: Head, lines: readonly string[]): PastedMessage {
  const { fields, at } = head;
  const mail: Mail = {
    headers: new Map(),
    id: '',
    references: [],
    subject: fields.get('subject') ?? '',
    sentAt: undefined,
    from: partiesIn(fields.get('from'))[0],
    to: partiesIn(fields.get('to')),
    cc: partiesIn(fields.get('cc')),
    replyTo: partiesIn(fields.get('replyTo')),
    text: bodyOf(lines),
    attachments: [],
  };
  return { mail, date: fields.get('date') ?? '', line: at + 1 };
}

/** `Ada Berg <ada@example.org>`, `Ada Berg [mailto:ada@example.org]`, `ada@example.org`, or a name alone. */
function partiesIn(written = ''): Party[] {
  const list = written.replace(/\[mailto:([^\]\s]+)\]/gi, '<$1>').replace(/<mailto:/gi, '<');
  if (!list.includes('@'))
    return list
      .split(/;/)
      .map((name) => ({ name: name.trim(), address: '' }))
      .filter(({ name }) => name !== '');
  const mailboxes: Mailbox[] = addressParser(list.replace(/;/g, ','), { flatten: true }).flatMap(
    (one) => one.group ?? [one],
  );
  return mailboxes.map(({ name, address }) => ({
    name: name === address ? '' : name.trim(),
    address: address.trim().toLowerCase(),
  }));
}

function bodyOf(lines: readonly string[]): string {
  const kept = [...lines];
  while (kept.length > 0 && (kept.at(-1)?.trim() === '' || BETWEEN.test(kept.at(-1) ?? ''))) kept.pop();
  return kept
    .join('\n')
    .replace(/\u00a0/g, ' ')
    .trim();
}
