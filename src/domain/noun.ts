import * as v from 'valibot';
import type { CalendarDate, Instant } from './dates.ts';
import type { FieldError } from './errors.ts';
import type { EntryFields, Field } from './field.ts';
import type { JsonObject } from './json.ts';

export type Fields = Readonly<Record<string, Field>>;

/** A kind of record: what it is called, and every field of it. Stores, routes, forms and documents are derived from it. */
export interface Noun<F extends Fields = Fields> {
  /** Its plural, as it stands in URLs and in the store. */
  readonly type: string;
  readonly singular: string;
  readonly idField: string;
  /** The field that names a record to a person. */
  readonly titleField: string & keyof F;
  /** The calendar date by which it asks for attention; absent where it never does. */
  readonly dueField?: string & keyof F;
  /** The field that keeps a dated history of others; absent where there is none. `settle` writes it. */
  readonly history?: { readonly field: string & keyof F; readonly of: readonly (string & keyof F)[] };
  readonly fields: F;
  /** Fields that say one thing together: where two records are merged, all of them are of the same one. */
  readonly together?: readonly (readonly (string & keyof F)[])[];
  /** Makes the fields of a record agree with each other; absent where none depends on another. */
  readonly settle?: Settle;
  /** What a record that was written means for others; absent where it means nothing. */
  readonly effects?: (record: AnyRecord) => readonly Effect[];
  /** When a clock is to look at a record that was written; absent where it never does, null where not at this one. */
  readonly wakesAt?: (record: AnyRecord) => Instant | null;
}

/**
 * An edit that one record asks of another. It is made by itself after the record is kept, and asked for again with every
 * repetition: so it must find for itself whether it was made.
 */
export interface Effect {
  readonly type: string;
  readonly id: string;
  /** The fields to write, and the day for histories; null where the record stands so already. */
  readonly edit: (standing: AnyRecord) => { readonly record: JsonObject; readonly on: CalendarDate } | null;
}

/**
 * Makes the fields of a changed record agree.
 *
 * @param before how the record stood; undefined for a new one
 * @param sent the fields that the change names, each checked alone: all of them for a new record and a replacement, but
 *   for a history that was left out
 * @param on the person's calendar date of the change
 * @returns the fields to write, those sent among them; or what contradicts what
 */
export type Settle = (before: JsonObject | undefined, sent: JsonObject, on: CalendarDate) => Parsed;

/** What the server sets in every record, whatever its noun. */
export interface ServerFields {
  readonly created_at: Instant;
  readonly updated_at: Instant;
  /** 1 when created, and one more with each write. */
  readonly version: number;
  readonly deleted_at: Instant | null;
  /** The ids of its latest changes, as their senders chose them: by them a repeated one is known. Absent in old records. */
  readonly recent_changes?: readonly string[] | undefined;
}

export const SERVER_FIELDS = [
  'created_at',
  'updated_at',
  'version',
  'deleted_at',
  'recent_changes',
] as const satisfies (keyof ServerFields)[];

/** A record of any noun as it goes over the wire: flat, every field present, null (or an empty list) when empty. */
export interface AnyRecord extends ServerFields {
  readonly [field: string]: unknown;
}

export type FieldsOf<N> = N extends Noun<infer F> ? { readonly [K in keyof F]: ValueOf<F[K]> } : never;
export type RecordOf<N extends { idField: string }> = ServerFields &
  FieldsOf<N> & { readonly [K in N['idField']]: string };
type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** Keeps the exact names and types of a noun's fields. */
export function defineNoun<const F extends Fields, const Id extends string>(
  noun: Omit<Noun<F>, 'idField'> & { readonly idField: Id },
): Noun<F> & { readonly idField: Id } {
  return noun;
}

export type Parsed = { readonly values: JsonObject } | { readonly errors: readonly FieldError[] };

/**
 * Checks what someone sent for the fields of `noun`: names each bad and each unknown one.
 * An absent optional field becomes empty; in a `patch`, absent fields stay absent.
 *
 * @param options.before how the record stood that is patched: some fields may be empty in it
 */
export function parseFields(
  noun: Pick<Noun, 'singular' | 'fields'>,
  input: JsonObject,
  { patch = false, before }: { readonly patch?: boolean; readonly before?: JsonObject | undefined } = {},
): Parsed {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(noun.fields)) {
    if (patch && !Object.hasOwn(input, name)) continue;
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    const mayLack = field.unless !== undefined && { ...(patch && before), ...input }[field.unless] === true;
    const result = mayLack && isNothing(value) ? { value: null } : parseField(name, field, value);
    if ('error' in result) errors.push(result.error);
    else values[name] = result.value;
  }
  for (const name of Object.keys(input)) {
    if (!Object.hasOwn(noun.fields, name)) errors.push(unknownField(noun, name));
  }
  return errors.length > 0 ? { errors } : { values };
}

/** Checks one value: undefined, null and the empty string all mean empty. */
export function parseField(
  name: string,
  field: Field,
  input: unknown,
): { readonly value: unknown } | { readonly error: FieldError } {
  const isEmpty = isNothing(input);
  const isBlank = field.required && typeof input === 'string' && input.trim() === '';
  if (isEmpty && !field.required) return { value: field.empty };
  if (isEmpty || isBlank) return { error: missing(name, field) };
  const { success, output, issues } = v.safeParse(field.value, input);
  if (!success) return { error: { field: name, ...JSON.parse(issues[0].message) } };
  return field.entryFields && Array.isArray(output) ? parseEntries(name, field.entryFields, output) : { value: output };
}

function isNothing(input: unknown): boolean {
  return input === undefined || input === null || input === '';
}

/** What is said where a required field is empty. */
export function missing(field: string, { label }: Pick<Field, 'label'>): FieldError {
  return { field, code: 'required', detail: `${label} is required.` };
}

/** The rows of a field; the first bad one is named by its place. */
function parseEntries(name: string, fields: EntryFields, rows: readonly JsonObject[]): ReturnType<typeof parseField> {
  const value: JsonObject[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = parseFields({ singular: 'entry', fields }, row);
    if ('errors' in parsed) return { error: { ...ofEntry(index, parsed.errors[0]), field: name } };
    value.push(parsed.values);
  }
  return { value };
}

function ofEntry(index: number, error: FieldError | undefined): Omit<FieldError, 'field'> {
  if (!error) throw new Error('A bad entry has an error.');
  const { field, code, detail, limit } = error;
  const where = code === 'required' || code === 'unknown_field' ? '' : `${field}: `;
  return { code, detail: `Entry ${index + 1}: ${where}${detail}`, ...(limit !== undefined && { limit }) };
}

/**
 * Gives records every field of their noun, in the noun's order: one that was kept before its noun got a field has that
 * field empty.
 */
export function completer(nouns: readonly Noun[]): (type: string, record: AnyRecord) => AnyRecord {
  const blanks = new Map(nouns.map((noun) => [noun.type, blankOf(noun)]));
  return (type, record) => ({ ...blanks.get(type), ...record });
}

function blankOf({ idField, fields }: Noun): JsonObject {
  const empty = Object.entries(fields).map(([name, field]) => [name, field.empty ?? null]);
  const server = SERVER_FIELDS.map((name) => [name, name === 'recent_changes' ? [] : null]);
  return Object.fromEntries([[idField, null], ...empty, ...server]);
}

/** The noun of a type. */
export function nounOf(nouns: readonly Noun[], type: string): Noun {
  const noun = nouns.find((one) => one.type === type);
  if (!noun) throw new Error(`There are no ${type} here.`);
  return noun;
}

/** The id of a record. */
export function idOf(noun: Noun, record: AnyRecord): string {
  return String(record[noun.idField]);
}

/** A name is shown as far as a person would read it. */
function unknownField({ singular, fields }: Pick<Noun, 'singular' | 'fields'>, name: string): FieldError {
  const shown = name.slice(0, 100).toWellFormed();
  const detail = `${/^[aeiou]/.test(singular) ? 'An' : 'A'} ${singular} has no field “${shown}”. It has: ${Object.keys(fields).join(', ')}.`;
  return { field: shown, code: 'unknown_field', detail };
}
