import * as v from 'valibot';
import { type FieldError, invalidFields } from '../domain/errors.ts';
import type { JsonObject } from '../domain/json.ts';
import { Refusal } from '../http/problem.ts';

/**
 * Reads a body that is no record; names every bad and every unknown field.
 *
 * @throws Refusal (invalid_fields)
 */
export function sentFields<Schema extends v.GenericSchema>(schema: Schema, body: JsonObject): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  throw new Refusal(invalidFields(result.issues.map(fieldError)));
}

/** A text of 1 to `most` characters that shows something. */
export function shortText(most: number) {
  const wrong = `Send a text of 1 to ${most} characters.`;
  return v.pipe(
    v.string(wrong),
    v.maxLength(most, wrong),
    v.check((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\0'), wrong),
  );
}

function fieldError({ path, message, received }: v.BaseIssue<unknown>): FieldError {
  const field = String(path?.[0]?.key ?? '')
    .slice(0, 100)
    .toWellFormed();
  const isUnknown = path?.[0]?.origin === 'key' && received !== 'undefined';
  if (isUnknown) return { field, code: 'unknown_field', detail: 'There is no such field: leave it out.' };
  return { field, code: 'bad_value', detail: message };
}
