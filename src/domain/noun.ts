import * as v from 'valibot';
import type { Instant } from './dates.ts';
import type { FieldError } from './errors.ts';
import type { Field } from './field.ts';

export type Fields = Readonly<Record<string, Field>>;

/** A kind of record: what it is called, and every field of it. Stores, routes, forms and documents are derived from it. */
export interface Noun<F extends Fields = Fields> {
  /** Its plural, as it stands in URLs and in the store. */
  readonly type: string;
  readonly singular: string;
  readonly idField: string;
  /** The field that names a record to a person. */
  readonly titleField: string & keyof F;
  /** The calendar date by which it asks for attention. */
  readonly dueField: string & keyof F;
  readonly fields: F;
}

/** What the server keeps of every record, whatever its noun. */
export interface Kept {
  readonly created_at: Instant;
  readonly updated_at: Instant;
  /** 1 when created, and one more with each write. */
  readonly version: number;
  readonly deleted_at: Instant | null;
}

export const KEPT_FIELDS = ['created_at', 'updated_at', 'version', 'deleted_at'] as const satisfies (keyof Kept)[];

/** A record of any noun as it goes over the wire: flat, every field present, null (or an empty list) when empty. */
export interface AnyRecord extends Kept {
  readonly [field: string]: unknown;
}

export type FieldsOf<N> = N extends Noun<infer F> ? { readonly [K in keyof F]: ValueOf<F[K]> } : never;
export type RecordOf<N extends { idField: string }> = Kept & FieldsOf<N> & { readonly [K in N['idField']]: string };
type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** Keeps the exact names and types of a noun's fields. */
export function defineNoun<const F extends Fields, const Id extends string>(
  noun: Omit<Noun<F>, 'idField'> & { readonly idField: Id },
): Noun<F> & { readonly idField: Id } {
  return noun;
}

export type Parsed =
  | { readonly values: Readonly<Record<string, unknown>> }
  | { readonly errors: readonly FieldError[] };

/**
 * Checks what someone sent for the fields of `noun`: names each bad and each unknown one.
 * An absent optional field becomes empty; in a `patch`, absent fields stay absent.
 */
export function parseFields(noun: Noun, input: Readonly<Record<string, unknown>>, { patch = false } = {}): Parsed {
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

/** A record with every field of its noun: one that was kept before the noun got a field has that field empty. */
export function complete(noun: Noun, record: AnyRecord): AnyRecord {
  const missing = Object.keys(noun.fields).filter((name) => !Object.hasOwn(record, name));
  if (missing.length === 0) return record;
  return { ...record, ...Object.fromEntries(missing.map((name) => [name, noun.fields[name]?.empty ?? null])) };
}

/** The id of a record. */
export function idOf(noun: Noun, record: AnyRecord): string {
  return String(record[noun.idField]);
}

function unknownField(noun: Noun, name: string): FieldError {
  const known = Object.keys(noun.fields).join(', ');
  const detail = `A ${noun.singular} has no field “${name.slice(0, 100)}”. It has: ${known}.`;
  return { field: name.slice(0, 100), code: 'unknown_field', detail };
}
