import type { Property } from '../content-line/property.ts';
import { byPreference, partsIn, textIn } from './values.ts';

/** What is longer is no name; it would be compared word by word. */
const LONGEST_NAME = 2000;

/** What a card calls somebody, and the properties that say no more than that. */
export interface NameRead {
  readonly name: string;
  readonly said: readonly Property[];
}

/**
 * The name of a card: as it is to be shown (FN), else of its parts (N), else a nickname, the company, the e-mail address
 * or the phone number. Empty where there is none of these.
 */
export function nameOf(properties: readonly Property[]): NameRead {
  const all = (name: string) => byPreference(properties.filter((property) => property.name === name));
  const shown = all('FN').find((property) => textIn(property) !== '');
  const [parts] = all('N');
  const full = parts ? inOrder(partsIn(parts)) : '';
  if (shown) {
    const name = textIn(shown);
    const isSaid = parts !== undefined && isWithin(full, name);
    return { name, said: isSaid ? [shown, parts] : [shown] };
  }
  if (parts && full !== '') return { name: full, said: [parts] };
  const other = ['NICKNAME', 'ORG', 'EMAIL', 'TEL'].flatMap(all).find((property) => firstOf(property) !== '');
  return { name: other ? firstOf(other) : '', said: [] };
}

/** `Family;Given;Additional;Prefixes;Suffixes` as it is said. Some programs put a list into a part. */
function inOrder([family = '', given = '', additional = '', prefix = '', suffix = '']: readonly string[]): string {
  const parts = [prefix, given, additional, family, suffix];
  return parts
    .map((part) => part.replaceAll(/,(?=\S)/g, ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
}

function isWithin(full: string, name: string): boolean {
  return full.length < LONGEST_NAME && full.split(/[\s,]+/).every((word) => name.includes(word));
}

function firstOf(property: Property): string {
  return property.name === 'ORG'
    ? (partsIn(property).find(Boolean) ?? '')
    : textIn(property).replace(/^(?:tel|mailto):/i, '');
}
