import { isObject } from '../../domain/json.ts';
import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { toText } from '../../domain/typed-text.ts';
import { wordsOf } from '../contacts/words-of.ts';
import { say } from '../words/say-import.ts';

/** What a field is called. */
export function labelOf(type: string, name: string): string {
  const field = nounOf(NOUNS, type).fields[name];
  return field ? say.schema.label(name, field) : name;
}

/** A value as a person reads it; rows by what stands in them. */
export function valueWords(type: string, name: string, value: unknown): string {
  const field = nounOf(NOUNS, type).fields[name];
  if (!field || value === undefined) return '';
  if (field.entryFields && Array.isArray(value)) return value.filter(isObject).map(rowWords).join('; ');
  return wordsOf(name, field, toText(value));
}

function rowWords(row: Readonly<Record<string, unknown>>): string {
  return Object.values(row).map(toText).filter(Boolean).join(' ');
}
