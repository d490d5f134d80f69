import type { Field } from '../../domain/field.ts';
import { parseField } from '../../domain/noun.ts';
import type { RefusedField } from '../sync/wire.ts';
import { say } from '../words/say.ts';

/** People mean 2026 where a date control takes 26 for the year. The API takes any year. */
export const EARLIEST_DATE = '1900-01-01';

/** `mailto:` is one, the host of `example.org:8080` is not. */
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

const TRUE = 'true';

/** What stands in the control of a field for its value: every control holds one text. */
export function toText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return String(value);
  if (value === true) return TRUE;
  return typeof value === 'string' ? value : '';
}

/** The value that a person meant by the text of a control; it may be a bad one. */
export function fromText(field: Field, text: string): unknown {
  if (field.control === 'flag') return text === TRUE;
  if (field.control === 'number') return numberOf(text);
  if (field.control !== 'tags') return tidy(field, text);
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** What is no number stays a text: the schema says so. */
function numberOf(text: string): unknown {
  const bare = text.replace(/[\s'’]/g, '');
  return bare !== '' && Number.isFinite(Number(bare)) ? Number(bare) : text.trim();
}

/** A text as it was meant: an address without stray spaces, a web address with its scheme. */
export function tidy({ control }: Field, text: string): string {
  if (control !== 'email' && control !== 'url' && control !== 'tel') return text;
  const bare = text.trim();
  return control === 'url' && bare !== '' && !SCHEME.test(bare) ? `https://${bare}` : bare;
}

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
