import { type Format, type Reading, Refused } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import type { Source } from '../import/source.ts';
import { binaryKind } from '../text/binary-kind.ts';
import { decode, headText } from '../text/decode.ts';
import { Conversations } from './interactions.ts';
import { OwnTally } from './own-address.ts';
import { pastedMessages } from './pasted-messages.ts';
import { pastedWhenOf } from './pasted-when.ts';
import { isEml, isMbox } from './recognise.ts';

/** Nobody pastes more, in bytes. */
const MOST = 10 * 1024 * 1024;

/** A text that was copied out of a mail program with the lines that say who wrote to whom, and when. */
export const pastedMail: Format = {
  id: 'pasted_mail',
  name: 'Pasted e-mail',
  recognises(head) {
    if (head.includes(0) || binaryKind(head) || isMbox(head) || isEml(head)) return false;
    return pastedMessages(headText(head)).messages.length > 0;
  },
  read: readPasted,
};

async function* readPasted(source: Source, reading: Reading): AsyncGenerator<Item> {
  const { messages, before } = pastedMessages(await textOf(source));
  const dated = messages.map(({ mail, date, line }) => ({
    mail: { ...mail, sentAt: pastedWhenOf(date, reading.zone) },
    line,
  }));
  const tally = new OwnTally();
  for (const { mail } of dated) tally.add(mail);
  const conversations = new Conversations(reading.own, tally.address());
  for (const { mail } of dated) conversations.learn(mail);
  if (before !== '')
    yield { leftOut: { where: { file: source.name, line: 1 }, what: 'What stands before the first message' } };
  for (const [at, { mail, line }] of dated.entries()) {
    const item = conversations.itemOf(mail, { file: source.name, line, place: at + 1 }, '');
    if (item) yield item;
  }
  if (messages.length === 0) yield noMessage(source, before);
  yield* conversations.leftOut(source.name);
  yield { read: source.size };
}

async function textOf(source: Source): Promise<string> {
  if (source.size > MOST) throw new Refused('This text is longer than 10 MB. Bring a mailbox as a .mbox file instead.');
  let text = '';
  for await (const piece of decode(source.stream())) text += piece;
  return text;
}

function noMessage(source: Source, text: string): Item {
  const why = 'There are no lines like “From:”, “Date:” and “Subject:” in this text. Copy the message with its head.';
  return { bad: { where: { file: source.name, line: 1 }, why, excerpt: text.slice(0, 200) } };
}
