import { type Field, isTyped } from '../../../domain/field.ts';
import type { AnyRecord, Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { wordsOf } from '../../contacts/words-of.ts';

/** A field of records beside each other: what each has in it. */
export interface ComparedRow {
  readonly name: string;
  readonly field: Field;
  readonly texts: readonly string[];
  /** Whether two of them say something else. */
  readonly differs: boolean;
}

/** So much of a long text is read at one glance. */
const LONGEST = 200;

/** The fields in which one of the records has something, in the order of the schema; rows have no room here. */
export function comparedRows(noun: Noun, records: readonly AnyRecord[]): readonly ComparedRow[] {
  return Object.entries(noun.fields).flatMap(([name, field]) => {
    const texts = records.map((record) => toText(record[name]));
    if (!isTyped(field) || texts.every((text) => text === '')) return [];
    const said = new Set(texts.filter((text) => text !== '').map((text) => text.trim().toLowerCase()));
    return [{ name, field, texts: texts.map((text) => short(wordsOf(name, field, text))), differs: said.size > 1 }];
  });
}

/** Half of an emoji is no text. */
export function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : text;
}
