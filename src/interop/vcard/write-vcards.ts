import { type Contact, contact } from '../../domain/contact.ts';
import { isEqual } from '../../domain/json.ts';
import { escaped } from '../content-line/escape.ts';
import { folded } from '../content-line/fold.ts';
import { propertyOf } from '../content-line/property.ts';
import { bytesOf } from '../content-line/text-of-bytes.ts';
import { contactOf } from './contact-of-card.ts';
import { ownName } from './own-fields.ts';

/**
 * Contacts as vCard 3.0 (RFC 2426), one card after another: what Google, Apple, Android and Outlook all read, while each
 * of them has trouble with 4.0 or 2.1. In UTF-8 without a byte order mark.
 *
 * A field that no property of the standard holds, or not exactly, is in a property of our own, as JSON: so that the reader
 * of this folder gives every field back as it was, whatever is in it.
 */
export function writeVcards(contacts: readonly Contact[]): string {
  return contacts.map(writeCard).join('');
}

function writeCard(record: Contact): string {
  const said = standardLines(record);
  return folded([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'PRODID:-//Touchbase//Touchbase//EN',
    `UID:urn:uuid:${record.contact_id}`,
    `REV:${seconds(record.updated_at)}`,
    ...said,
    ...ownLines(record, said),
    `X-TOUCHBASE-CREATED-AT:${seconds(record.created_at)}`,
    'END:VCARD',
  ]);
}

function standardLines(record: Contact): string[] {
  const { name, company, email, phone, location, linkedin_url, notes, tags } = record;
  const lines = [`N:${partsOfName(name)}`, `FN:${escaped(name)}`];
  if (company) lines.push(`ORG:${escaped(company)}`);
  if (email) lines.push(`EMAIL;TYPE=INTERNET,PREF:${escaped(email)}`);
  if (phone) lines.push(`TEL;TYPE=WORK,VOICE:${escaped(phone)}`);
  if (location) lines.push(`ADR;TYPE=WORK:;;;${escaped(location)};;;`);
  if (linkedin_url) lines.push(`item1.URL:${escaped(linkedin_url)}`, 'item1.X-ABLabel:LinkedIn');
  if (tags.length > 0) lines.push(`CATEGORIES:${tags.map(escaped).join(',')}`);
  if (notes) lines.push(`NOTE:${escaped(notes)}`);
  return lines;
}

/** Phones show a name by its parts: the last word as that of the family, as most are written. */
function partsOfName(name: string): string {
  const [, given = '', family = ''] = /^(.*\S)\s+(\S+)\s*$/s.exec(name) ?? [undefined, name];
  return `${escaped(family)};${escaped(given)};;;`;
}

/** The fields that would not come back from `said` as they are. */
function ownLines(record: Contact, said: readonly string[]): string[] {
  const properties = said.flatMap((line) => propertyOf(bytesOf(line), 1) ?? []);
  const back = contactOf({ version: '3.0', properties, line: 1 })?.fields ?? {};
  const values = new Map<string, unknown>(Object.entries(record));
  return Object.entries(contact.fields).flatMap(([field, { empty }]) => {
    const value = values.get(field) ?? empty;
    return isEqual(back[field] ?? empty, value) ? [] : [`${ownName(field)}:${escaped(asJson(value))}`];
  });
}

/** JSON escapes most of what no content line can hold, but not these. */
function asJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\x7f\u0085\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function seconds(instant: string): string {
  return instant.replace(/\.\d+Z$/, 'Z');
}
