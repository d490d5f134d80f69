import * as v from 'valibot';
import type { Instant } from './dates.ts';
import type { FieldError } from './errors.ts';
import type { Field } from './field.ts';
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
  readonly fields: F;
}

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
 */
export function parseFields(noun: Noun, input: JsonObject, { patch = false } = {}): Parsed {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(noun.fields)) {
    if (patch && !Object.hasOwn(input, name)) continue;
    const result = parseField(name, field, Object.hasOwn(input, name) ? input[name] : undefined);
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
  const isEmpty = input === undefined || input === null || input === '';
  const isBlank = field.required && typeof input === 'string' && input.trim() === '';
  if (isEmpty && !field.required) return { value: field.empty };
  if (isEmpty || isBlank) return { error: { field: name, code: 'required', detail: `${field.label} is required.` } };
  const { success, output, issues } = v.safeParse(field.value, input);
  return success ? { value: output } : { error: { field: name, ...JSON.parse(issues[0].message) } };
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
function unknownField({ singular, fields }: Noun, name: string): FieldError {
  const shown = name.slice(0, 100).toWellFormed();
  const detail = `A ${singular} has no field “${shown}”. It has: ${Object.keys(fields).join(', ')}.`;
  return { field: shown, code: 'unknown_field', detail };
}
