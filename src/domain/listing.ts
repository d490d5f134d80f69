import type { DateRange } from './follow-up.ts';
import type { JsonObject } from './json.ts';
import { type AnyRecord, type Fields, idOf, type Noun } from './noun.ts';
import { fold, matchesWords, searchable } from './search.ts';

/** The orders that every store's indexes serve; `due` is the noun's `dueField`, where it has one. Ties go by id, and so does `created`. */
export const ORDERS = ['created', 'updated', 'due'] as const;
export type Order = (typeof ORDERS)[number];

/** Which records a list holds; all parts must hold. */
export interface Filter {
  /** Folded words (`words` of search.ts), each of which must begin a word of the record. */
  readonly words?: readonly string[];
  /** By field: the value it must have, or contain where it is a list; case and accents aside. */
  readonly values?: Readonly<Record<string, string>>;
  readonly due?: DateRange;
}

/** Where records without a due date stand: after all dates, as in `NULLS LAST`. */
export const NEVER = '~';

/** By what a record is ordered. With its id it is a position that no other record has. */
export function orderKey(noun: Noun, record: AnyRecord, order: Order): string {
  switch (order) {
    case 'created':
      return '';
    case 'updated':
      return record.updated_at;
    case 'due':
      return dueOf(noun, record) ?? NEVER;
  }
}

export function dueOf(noun: Noun, record: AnyRecord): string | null {
  const due = noun.dueField === undefined ? null : record[noun.dueField];
  return typeof due === 'string' ? due : null;
}

/** Whether a list with this filter holds the record. */
export function matches(noun: Noun, record: AnyRecord, { words, values, due }: Filter): boolean {
  return (
    isWithin(dueOf(noun, record), due) &&
    Object.entries(values ?? {}).every(([name, value]) => filterValues(noun, record, name).includes(fold(value))) &&
    (!words?.length || matchesWords(searchText(noun, record), words))
  );
}

/** All text of a record, folded for `matchesWords`; a choice by its label. Ids are no text. */
export function searchText(noun: Noun, record: AnyRecord): string {
  // Each on its own: one letter that is not ASCII makes it slow for its field, and not for the whole record.
  return textsOf(noun.fields, record).map(searchable).join('');
}

function textsOf(fields: Fields, values: JsonObject): string[] {
  const texts: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (field.typed === false || field.references !== undefined) continue;
    if (typeof value === 'string') texts.push(field.choices?.[value] ?? value);
    else if (!Array.isArray(value)) continue;
    else if (field.entryFields) for (const row of value) texts.push(...textsOf(field.entryFields, row));
    else texts.push(...value);
  }
  return texts;
}

/** The values of a record's field by which a list is filtered, folded: several where it is a list, none where it is empty. */
export function filterValues({ fields }: Noun, record: AnyRecord, name: string): string[] {
  // A record of a time before its noun got the field has it empty.
  const value = record[name] ?? fields[name]?.empty;
  if (Array.isArray(value)) return value.map((one) => fold(String(one)));
  if (typeof value === 'boolean') return [String(value)];
  return typeof value === 'string' ? [fold(value)] : [];
}

/** The fields by which a list can be filtered, with the query parameter of each. */
export function filterFields(fields: Fields): { readonly name: string; readonly parameter: string }[] {
  return Object.entries(fields).flatMap(([name, { filter }]) => (filter ? [{ name, parameter: filter }] : []));
}

/** Orders two records by an order key and then by id, as code units: the order of every store. */
export function compareBy(noun: Noun, order: Order): (a: AnyRecord, b: AnyRecord) => number {
  const position = (record: AnyRecord) => [orderKey(noun, record, order), idOf(noun, record)];
  return (a, b) => {
    const [one, other] = [position(a).join('\0'), position(b).join('\0')];
    return one < other ? -1 : Number(one > other);
  };
}

function isWithin(date: string | null, range: DateRange | undefined): boolean {
  if (!range) return true;
  return (
    date !== null && (range.from === undefined || date >= range.from) && (range.to === undefined || date <= range.to)
  );
}
