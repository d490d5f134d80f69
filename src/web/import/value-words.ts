import type { Field } from '../../domain/field.ts';
import { isObject } from '../../domain/json.ts';
import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { toText } from '../../domain/typed-text.ts';
import { wordsOf } from '../contacts/words-of.ts';
import { say } from '../words/say-import.ts';

/** What a record is called; empty where it is not known. */
export type NameOf = (type: string, id: string) => string;

/** What a field is called. */
export function labelOf(type: string, name: string): string {
  const field = nounOf(NOUNS, type).fields[name];
  return field ? say.schema.label(name, field) : name;
}

/** A value as a person reads it; rows by what stands in them, another record by its name. */
export function valueWords(type: string, name: string, value: unknown, nameOf: NameOf = () => ''): string {
  const field = nounOf(NOUNS, type).fields[name];
  if (!field || value === undefined) return '';
  const { entryFields } = field;
  if (!entryFields || !Array.isArray(value)) return oneWords(name, field, value, nameOf);
  return value
    .filter(isObject)
    .map((row) => rowWords(entryFields, row, nameOf))
    .join('; ');
}

function rowWords(
  fields: NonNullable<Field['entryFields']>,
  row: Readonly<Record<string, unknown>>,
  nameOf: NameOf,
): string {
  const all = Object.entries(fields).map(([name, field]) => oneWords(name, field, row[name], nameOf));
  return all.filter(Boolean).join(', ');
}

function oneWords(name: string, field: Field, value: unknown, nameOf: NameOf): string {
  const text = toText(value);
  return field.references === undefined || text === '' ? wordsOf(name, field, text) : nameOf(field.references, text);
}
