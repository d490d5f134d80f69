import { bounded } from '../import/bounded.ts';
import { type Format, type Reading, Refused } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import { headOf, type Source } from '../import/source.ts';
import { Conversations } from './interactions.ts';
import { mailOf } from './mail.ts';
import { ownAddressOf } from './own-address.ts';
import { isBinary, isEml, isMbox } from './recognise.ts';
import { messagesOf, type RawMessage } from './split.ts';

const BINARY =
  'This is not a mailbox but a binary file. Export your mail as .mbox, or open the message (.msg) and save it as .eml.';

const CUT = 'The end of a message that is larger than 8 MB even without its files';

/** A message as mail programs save it. */
export const eml: Format = {
  id: 'eml',
  name: 'E-mail message (.eml)',
  recognises: isEml,
  read: (source, reading) => readMail(source, reading, false),
};

/** A mailbox, as Gmail Takeout, Thunderbird and Apple Mail give it. */
export const mbox: Format = {
  id: 'mbox',
  name: 'Mailbox (.mbox)',
  recognises: isMbox,
  read: (source, reading) => bounded(readMail(source, reading, true), source.name),
};

/** The heads are read first, for who wrote to whom and what belongs together; then the messages, one at a time. */
async function* readMail(source: Source, reading: Reading, isMailbox: boolean): AsyncGenerator<Item> {
  if (isBinary(await headOf(source))) throw new Refused(BINARY);
  const address = reading.own.emails.length > 0 ? null : await ownAddressOf(source);
  const conversations = new Conversations(reading.own, address);
  for await (const { messages, read } of messagesOf(source, { isMailbox, headersOnly: true })) {
    for (const { bytes } of messages) {
      const mail = await mailOf(bytes);
      if (mail) conversations.learn(mail);
    }
    yield { read: Math.floor(read / 2) };
  }
  const half = Math.floor(source.size / 2);
  for await (const { messages, read } of messagesOf(source, { isMailbox, headersOnly: false })) {
    for (const raw of messages) {
      const item = await itemOf(raw, source, conversations);
      if (item) yield item;
      if (raw.isCut) yield { leftOut: { where: whereOf(raw, source), what: CUT } };
    }
    yield { read: Math.min(source.size, half + Math.ceil(read / 2)) };
  }
  yield* conversations.leftOut(source.name);
}

async function itemOf(raw: RawMessage, source: Source, conversations: Conversations): Promise<Item | undefined> {
  const where = whereOf(raw, source);
  const mail = await mailOf(raw.bytes);
  if (mail?.from || mail?.to[0]) return conversations.itemOf(mail, where, raw.envelope);
  const why =
    'This is not a message that can be read: it does not say from whom it is. Open it in your mail program and save it anew.';
  return { bad: { where, why, excerpt: new TextDecoder().decode(raw.bytes.subarray(0, 200)) } };
}

const whereOf = ({ line, place }: RawMessage, { name }: Source) => ({ file: name, line, place });
