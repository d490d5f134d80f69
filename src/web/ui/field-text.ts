import type { Field } from '../../domain/field.ts';
import { parseField } from '../../domain/noun.ts';
import { EARLIEST_DATE, fromText } from '../../domain/typed-text.ts';
import type { RefusedField } from '../sync/wire.ts';
import { say } from '../words/say.ts';

/** What is wrong with the text of a control; null where nothing is. */
export function errorOf(name: string, field: Field, text: string): RefusedField | null {
  const parsed = parseField(name, field, fromText(field, text));
  if ('error' in parsed) return parsed.error;
  const isEarly = isDated(field) && text !== '' && text < EARLIEST_DATE;
  return isEarly ? { field: name, code: 'bad_year', detail: say.control.shortYear } : null;
}

function isDated({ control }: Field): boolean {
  return control === 'date' || control === 'date_time';
}
