import type { Field } from '../../domain/field.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { dateWords, momentWords } from '../words/moment.ts';
import { say } from '../words/say.ts';

/** The text of a value as a person reads it: a date in their manner, the label of a choice. */
export function wordsOf(name: string, field: Field, text: string): string {
  if (text !== '' && field.control === 'date') return dateWords(text);
  if (text !== '' && field.control === 'date_time') return momentWords(text);
  return say.schema.choice(name, text, field);
}

/** What a field that is empty is said to need; null where it may be empty, or is not. */
export function neededWords({ fields }: Noun, record: AnyRecord, name: string): string | null {
  const flag = fields[name]?.unless ?? '';
  const mark = fields[flag];
  return mark && record[flag] === true ? say.schema.label(flag, mark) : null;
}
