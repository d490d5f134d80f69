import type { Field } from './field.ts';

/** People mean 2026 where a date control takes 26 for the year. The API takes any year. */
export const EARLIEST_DATE = '1900-01-01';

/** `mailto:` is one, the host of `example.org:8080` is not. */
const SCHEME = /^[a-z][a-z\d+.-]*:(?!\d)/i;

const TRUE = 'true';

/** What a person types for a value: each is one text. */
export function toText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'number') return String(value);
  if (value === true) return TRUE;
  return typeof value === 'string' ? value : '';
}

/** The value that a person meant by what they typed for a field; it may be a bad one. */
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
