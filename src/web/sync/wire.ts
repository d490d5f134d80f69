import * as v from 'valibot';
import type { Control } from '../../domain/field.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';

/** What is wrong with one field, in the server's words. */
export interface RefusedField {
  readonly field: string;
  readonly code: string;
  readonly detail: string;
}

/** Why the server did not make a change. */
export interface Refused {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly RefusedField[];
  /** What stands instead, where it says so. */
  readonly record?: AnyRecord | undefined;
}

export type Answer = { readonly record: AnyRecord } | { readonly problem: Refused };

export type RecordSchema = v.GenericSchema<unknown, AnyRecord>;

export const pageSchema = v.object({
  changes: v.array(v.object({ type: v.string(), record: v.unknown() })),
  cursor: v.string(),
  more: v.boolean(),
});

export const resultsSchema = v.object({ results: v.array(v.unknown()) });

export const problemSchema = v.object({ detail: v.string() });

/** One answer of a batch, about a record of this schema. */
export function answerSchema(record: RecordSchema): v.GenericSchema<unknown, Answer> {
  const errors = v.array(v.object({ field: v.string(), code: v.string(), detail: v.string() }));
  const problem = v.object({
    code: v.string(),
    detail: v.string(),
    errors: v.optional(errors, []),
    record: v.optional(record),
  });
  return v.union([v.object({ problem }), v.object({ record })]);
}

/** What a record must be for the views to show it; fields that a newer server knows of are let through. */
export function recordSchema(noun: Noun): RecordSchema {
  const fields: Record<string, v.GenericSchema> = { [noun.idField]: v.string() };
  for (const [name, { control }] of Object.entries(noun.fields)) {
    // A record from before a field was added may come without it.
    fields[name] = v.nullish(VALUES[control] ?? v.string());
  }
  const schema = v.object(fields);
  return v.pipe(
    keptSchema,
    v.check((record) => v.is(schema, record), `This is not a ${noun.singular}.`),
  );
}

/** What the values of a control are, where they are no text. */
const VALUES: Partial<Record<Control, v.GenericSchema>> = {
  tags: v.array(v.string()),
  entries: v.array(v.looseObject({})),
  number: v.number(),
  flag: v.boolean(),
};

const keptSchema = v.looseObject({
  created_at: v.string(),
  updated_at: v.string(),
  version: v.number(),
  deleted_at: v.nullable(v.string()),
  recent_changes: v.optional(v.array(v.string())),
});
