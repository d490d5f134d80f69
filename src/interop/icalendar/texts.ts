import { unescaped } from '../content-line/escape.ts';
import { type Property, param } from '../content-line/property.ts';
import { fromQuotedPrintable, textOf } from '../content-line/text-of-bytes.ts';

/** The text of the first property of a name; empty where there is none. vCalendar 1.0 has quoted-printable. */
export function textNamed(properties: readonly Property[], name: string): string {
  const property = properties.find((one) => one.name === name);
  if (!property) return '';
  const isQuoted = /^q/i.test(param(property, 'ENCODING'));
  const bytes = isQuoted ? fromQuotedPrintable(property.value) : property.value;
  return unescaped(textOf(bytes, param(property, 'CHARSET') || undefined)).trim();
}
