import { fold } from '../../domain/search.ts';
import type { Property } from '../content-line/property.ts';
import { byPreference, listIn, partsIn, textIn, typesOf } from './values.ts';

/** A field that was read, and the properties that say no more than that. */
export interface FieldRead<Value> {
  readonly value: Value | undefined;
  readonly said: readonly Property[];
}

/** Google's own groups: everyone is in the first. */
const EVERYONE = /^(?:\* )?(?:mycontacts|starred)$/i;

/** The e-mail address that is preferred, or the first. */
export function emailOf(properties: readonly Property[]): FieldRead<string> {
  const said = byPreference(properties).find((property) => addressIn(property) !== '');
  return said ? { value: addressIn(said), said: [said] } : { value: undefined, said: [] };
}

/** The phone number that is preferred, or the first; that of a fax only where nothing else is there. */
export function phoneOf(properties: readonly Property[]): FieldRead<string> {
  const numbers = byPreference(properties).filter((property) => numberIn(property) !== '');
  const said = numbers.find((property) => !typesOf(property).includes('fax')) ?? numbers[0];
  return said ? { value: numberIn(said), said: [said] } : { value: undefined, said: [] };
}

/** The first part of the first organisation that has one. */
export function companyOf(properties: readonly Property[]): FieldRead<string> {
  const named = properties.find((property) => partsIn(property).some(Boolean));
  if (!named) return { value: undefined, said: [] };
  const parts = partsIn(named).filter(Boolean);
  return { value: parts[0], said: [named] };
}

/** City and country, the region between them where there is no country; all that a person needs to see at a glance. */
export function locationOf(properties: readonly Property[]): FieldRead<string> {
  for (const property of byPreference(properties)) {
    const [box, more, street, city, region, code, country] = partsIn(property);
    const value = [city, country || region].filter(Boolean).join(', ');
    if (value === '') continue;
    const isWhole = !box && !more && !street && !code && !(country && region);
    return { value, said: isWhole ? [property] : [] };
  }
  return { value: undefined, said: [] };
}

/** The categories as tags, each once. */
export function tagsOf(properties: readonly Property[]): FieldRead<readonly string[]> {
  const tags = new Map<string, string>();
  for (const tag of properties.flatMap(listIn).flatMap((one) => one.split(','))) {
    const key = fold(tag.trim());
    if (key !== '' && !EVERYONE.test(tag.trim()) && !tags.has(key)) tags.set(key, tag.trim());
  }
  return { value: tags.size > 0 ? [...tags.values()] : undefined, said: properties };
}

/** All notes, one after another. */
export function notesOf(properties: readonly Property[]): FieldRead<string> {
  const notes = properties.map(textIn).filter((note) => note !== '');
  return { value: notes.length > 0 ? notes.join('\n\n') : undefined, said: properties };
}

function addressIn(property: Property): string {
  const text = textIn(property).replace(/^mailto:/i, '');
  const [, address = text] = /<([^<>\s@]+@[^<>\s@]+)>\s*$/.exec(text) ?? [];
  return address.includes('@') ? address : '';
}

/** `tel:+1-555-0100;ext=12` (RFC 3966) is `+1-555-0100 ext. 12`. */
function numberIn(property: Property): string {
  const text = textIn(property);
  if (!/^tel:/i.test(text)) return text;
  return text
    .replace(/^tel:/i, '')
    .replace(/;ext=(\d+)/i, ' ext. $1')
    .replace(/;.*$/, '')
    .trim();
}
