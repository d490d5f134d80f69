import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { contact } from '../../../src/domain/contact.ts';
import type { JsonObject } from '../../../src/domain/json.ts';
import { seededRandom } from '../../../src/entry/story/seeded-random.ts';
import { zipped } from '../../../src/interop/archive/zip.ts';
import { writeCsv } from '../../../src/interop/csv/write-csv.ts';
import { generateFields } from '../generate.ts';
import { mailboxOfSize } from '../mailbox.ts';

/** Whose files they are. */
export const OWNER = { name: 'Ada Berg', email: 'ada@example.org' };

export const TODAY = '2026-03-10';

/** The fields of so many people, the same ones on every run. */
export function* people(count: number): Generator<ReturnType<typeof generateFields>> {
  const random = seededRandom(20_260_310);
  for (let n = 0; n < count; n++) yield generateFields(n, TODAY, random);
}

/** A table as a person keeps one: a column for each field, by its label. */
export function* table(count: number): Generator<string> {
  const names = Object.keys(generateFields(0, TODAY, () => 0));
  yield writeCsv([names.map((name) => contact.fields[name as keyof typeof contact.fields].label)]);
  for (const person of people(count)) yield writeCsv([cellsOf(person, names)]);
}

function cellsOf(person: JsonObject, names: readonly string[]): string[] {
  return names.map((name) => {
    const value = person[name] ?? '';
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}

/** Cards as a phone keeps them. */
export function* cards(count: number): Generator<string> {
  for (const { name, email, phone, company, position_applied, linkedin_url, notes } of people(count)) {
    const [first, last] = name.split(' ');
    const lines = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      `N:${last};${first};;;`,
      `FN:${name}`,
      `ORG:${company}`,
      `TITLE:${position_applied}`,
      `EMAIL;type=INTERNET;type=HOME:${email}`,
      `TEL;type=CELL:${phone}`,
      `URL:${linkedin_url}`,
      `NOTE:${notes}`,
      'END:VCARD',
    ];
    yield `${lines.join('\r\n')}\r\n`;
  }
}

const MESSAGE_COLUMNS = [
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\r\n',
];
const OF_ONE_CONVERSATION = 8;

/** LinkedIn's archive: so many messages, in conversations with as many people as there are conversations. */
export function linkedinArchive(count: number): Iterable<Uint8Array> {
  return zipped([{ name: 'messages.csv', pieces: () => messages(count) }], new Date(TODAY));
}

function* messages(count: number): Generator<string> {
  yield* MESSAGE_COLUMNS;
  const own = [OWNER.name, 'https://www.linkedin.com/in/ada-berg'];
  let at = 0;
  for (const { name, linkedin_url, notes } of people(Math.ceil(count / OF_ONE_CONVERSATION))) {
    for (let turn = 0; turn < OF_ONE_CONVERSATION && at < count; turn++, at++) {
      const theirs = [name, linkedin_url];
      const sides = turn % 2 === 0 ? [...theirs, ...own] : [...own, ...theirs];
      const conversation = `2-${Math.floor(at / OF_ONE_CONVERSATION)}=`;
      yield writeCsv([[conversation, '', ...sides, momentText(at), '', `<p>${notes} ${at}</p>`, 'INBOX']]);
    }
  }
}

/** `2026-03-10 08:15:22 UTC`, a minute after the one before. */
function momentText(at: number): string {
  const instant = new Date(Date.parse('2025-09-01T08:00:00Z') + at * 60_000).toISOString();
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** A mailbox of about so many bytes. */
export const mailbox = mailboxOfSize;

/** Keeps what comes in pieces as a file. @returns its size in bytes */
export function keep(path: string, pieces: Iterable<string | Uint8Array>): number {
  const file = openSync(path, 'w');
  for (const piece of pieces) writeSync(file, typeof piece === 'string' ? Buffer.from(piece) : piece);
  closeSync(file);
  return statSync(path).size;
}
