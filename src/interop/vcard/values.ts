import { splitAt, unescaped } from '../content-line/escape.ts';
import { type Property, param } from '../content-line/property.ts';
import { fromBase64, fromQuotedPrintable, textOf } from '../content-line/text-of-bytes.ts';

/** The text of a property's value, whatever it was encoded in. */
export function textIn(property: Property): string {
  return unescaped(written(property)).trim();
}

/** The parts of a structured value, such as those of a name or an address; empty ones too, for their places count. */
export function partsIn(property: Property): string[] {
  return splitAt(';', written(property)).map((part) => unescaped(part).trim());
}

/** The texts of a list, without empty ones. */
export function listIn(property: Property): string[] {
  return splitAt(',', written(property))
    .map((one) => unescaped(one).trim())
    .filter((one) => one !== '');
}

/** What a property is of (`home`, `work`, `cell` …), in lower case. */
export function typesOf(property: Property): string[] {
  return (property.params.get('TYPE') ?? [])
    .flatMap((types) => types.toLowerCase().split(','))
    .map((type) => type.trim());
}

/** Those that their owner prefers first (`PREF=1`, `TYPE=pref`), the others as they stand. */
export function byPreference(properties: readonly Property[]): Property[] {
  return properties.toSorted((one, other) => rank(one) - rank(other));
}

function rank(property: Property): number {
  const pref = Number.parseInt(param(property, 'PREF'), 10);
  if (pref >= 1) return pref;
  return typesOf(property).includes('pref') ? 1 : 101;
}

/** The value as text, still escaped. */
function written(property: Property): string {
  const encoding = param(property, 'ENCODING').toLowerCase();
  const { value } = property;
  const charset = param(property, 'CHARSET') || undefined;
  if (encoding.startsWith('q')) return textOf(fromQuotedPrintable(value), charset);
  return textOf((encoding.startsWith('b') ? fromBase64(value) : null) ?? value, charset);
}
