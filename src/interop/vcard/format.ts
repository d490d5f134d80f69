import { type ByteLine, beginning, linesOf } from '../content-line/byte-lines.ts';
import { textOf } from '../content-line/text-of-bytes.ts';
import { bounded } from '../import/bounded.ts';
import type { Format } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import type { Source } from '../import/source.ts';
import { type Card, CardReader, type Part } from './cards.ts';
import { contactOf, isGroup } from './contact-of-card.ts';
import { ownCard } from './own-fields.ts';
import { textIn } from './values.ts';

const EXCERPT = 200;

/** Contacts as phones, Google, Apple and Outlook write them: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), many in a file. */
export const vcard: Format = {
  id: 'vcard',
  name: 'vCard',
  recognises: (head) => /^BEGIN\s*:\s*VCARD/i.test(beginning(head)),
  read: (source) => bounded(readCards(source), source.name),
};

async function* readCards(source: Source): AsyncGenerator<Item> {
  const reader = new CardReader();
  for await (const { lines, read } of linesOf(source)) {
    for (const line of lines) for (const part of reader.take(line)) yield* itemsOf(part, source.name);
    yield { read };
  }
  for (const part of reader.end()) yield* itemsOf(part, source.name);
}

function itemsOf(part: Part, file: string): Item[] {
  if ('card' in part) return itemsOfCard(part.card, file);
  if ('unfinished' in part) {
    const { line, properties } = part.unfinished;
    const why =
      'This card does not end: it has no END:VCARD and may have been cut off. Export it again, or add that line.';
    return [{ bad: { where: { file, line }, why, excerpt: excerptOf(properties.map(textIn).join(' ')) } }];
  }
  return [strayLine(part.stray, part.inCard, file)];
}

function itemsOfCard(card: Card, file: string): Item[] {
  const where = { file, line: card.line };
  if (isGroup(card)) return [{ leftOut: { where, what: `The group “${nameIn(card)}”` } }];
  const read = contactOf(card);
  if (!read) {
    const why = 'This card names nobody: give it a name, a company, an e-mail address or a phone number.';
    return [{ bad: { where, why, excerpt: excerptOf(card.properties.map(textIn).join(' ')) } }];
  }
  const { fields, remarks, leftOut } = read;
  const own = ownCard(card);
  const more = { ...(remarks.length > 0 && { remarks }), ...(own && { own }) };
  const found: Item = { found: { type: 'contacts', where, fields, ...more } };
  return [
    found,
    ...leftOut.map(({ name, line }) => ({
      leftOut: { where: { file, line }, what: `${WHAT[name] ?? 'A picture'} of ${fields.name}` },
    })),
  ];
}

const WHAT: Readonly<Record<string, string>> = {
  PHOTO: 'The photo',
  LOGO: 'The logo',
  SOUND: 'The sound',
  KEY: 'The key',
};

function nameIn({ properties }: Card): string {
  const named = properties.find(({ name }) => name === 'FN');
  return named ? textIn(named) : '';
}

function strayLine({ bytes, line }: ByteLine, inCard: boolean, file: string): Item {
  const why = inCard
    ? 'This line of the card is no property, such as TEL:+41 44 123 45 67. It was passed over; the rest of the card was read.'
    : 'This line belongs to no card: cards begin with BEGIN:VCARD. It was passed over.';
  return { bad: { where: { file, line }, why, excerpt: excerptOf(textOf(bytes)) } };
}

/** A character outside the basic plane may be cut in two by the length. */
function excerptOf(text: string): string {
  return text.slice(0, EXCERPT).toWellFormed();
}
