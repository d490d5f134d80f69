import { apply, type Context, isMade, OPERATIONS, type Operation, type Outcome } from './changes.ts';
import type { Instant } from './dates.ts';
import { type FieldError, invalidFields } from './errors.ts';
import { isEqual, type JsonObject } from './json.ts';
import { type AnyRecord, type Noun, parseFields, SERVER_FIELDS } from './noun.ts';

/** What the API takes beside the changes that a person makes: a record of an export comes back. */
export const API_OPERATIONS = [...OPERATIONS, 'reinstate'] as const;

/** A change as the API takes it. */
export interface ApiOperation extends Omit<Operation, 'op'> {
  readonly op: (typeof API_OPERATIONS)[number];
}

/** As `apply`, for all that the API takes. */
export function applyAny(
  noun: Noun,
  current: AnyRecord | undefined,
  { op, ...others }: ApiOperation,
  context: Context,
): Outcome {
  return op === 'reinstate'
    ? reinstate(noun, current, others, context)
    : apply(noun, current, { op, ...others }, context);
}

/**
 * A record as an export has it: with its fields, histories, version and the time at which it was made. Only
 * `updated_at` is of now, since by it other devices learn of the record. A record that stands is never overwritten.
 *
 * @param current the record as it stands, tombstones included; undefined where there is none
 * @returns the record to keep, or a problem: invalid_fields, already_exists
 */
function reinstate(
  noun: Noun,
  current: AnyRecord | undefined,
  { record = {}, change_id }: Pick<Operation, 'record' | 'change_id'>,
  { id, now }: Context,
): Outcome {
  if (current && isMade(current, { change_id })) return { record: current, changed: false };
  const { fields, kept } = separate(noun, record);
  const parsed = parseFields(noun, fields);
  const errors = 'errors' in parsed ? parsed.errors : contradictions(noun, parsed.values, String(kept.created_at));
  const wrong = [...wrongServerFields(noun, kept, id), ...errors];
  if (wrong.length > 0 || 'errors' in parsed) return { problem: invalidFields(wrong) };
  const { created_at, version } = kept as { created_at: Instant; version: number };
  if (current && current.deleted_at === null) return standing(noun, current, { ...parsed.values, created_at });
  const values = {
    [noun.idField]: id,
    ...parsed.values,
    created_at,
    updated_at: now,
    version: Math.max(version, (current?.version ?? 0) + 1),
    deleted_at: null,
    recent_changes: [...changesOf(kept), ...(change_id === undefined ? [] : [change_id])],
  };
  return { record: values, changed: true };
}

function standing(noun: Noun, current: AnyRecord, values: JsonObject): Outcome {
  const isSame = Object.entries(values).every(([name, value]) => isEqual(current[name], value));
  if (isSame) return { record: current, changed: false };
  const detail = `This ${noun.singular} stands with other values. It was left as it is: replace it, if it is to be as in the file.`;
  return { problem: { code: 'already_exists', detail, record: current } };
}

/** What stands together in the file must be able to stand together; it is kept as it is there. */
function contradictions(noun: Noun, values: JsonObject, createdAt: string): readonly FieldError[] {
  const settled = noun.settle?.(undefined, values, createdAt.slice(0, 10));
  return settled && 'errors' in settled ? settled.errors : [];
}

function wrongServerFields(noun: Noun, kept: JsonObject, id: string): readonly FieldError[] {
  const { version, created_at, deleted_at = null } = kept;
  const errors: FieldError[] = [];
  const wrong = (field: string, detail: string) => errors.push({ field, code: 'bad_value', detail });
  if (String(kept[noun.idField] ?? id).toLowerCase() !== id) wrong(noun.idField, 'It is not the id of the operation.');
  if (!isInstant(created_at)) wrong('created_at', 'Send the instant as the export has it: 2026-01-31T09:30:00.000Z.');
  if (!isVersion(version)) wrong('version', 'Send the version as the export has it: a whole number from 1.');
  if (deleted_at !== null) wrong('deleted_at', 'A deleted record cannot be reinstated: leave it out.');
  return errors;
}

function isVersion(version: unknown): boolean {
  return typeof version === 'number' && Number.isSafeInteger(version) && version >= 1;
}

function isInstant(text: unknown): text is Instant {
  const at = typeof text === 'string' ? new Date(text) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString() === text;
}

/** A change that the record bore when it was exported is known again, should its sender repeat it. */
function changesOf({ recent_changes }: JsonObject): readonly string[] {
  return Array.isArray(recent_changes) ? recent_changes.filter((id) => typeof id === 'string') : [];
}

function separate(noun: Noun, record: JsonObject): { readonly fields: JsonObject; readonly kept: JsonObject } {
  const isKept = ([name]: [string, unknown]) =>
    name === noun.idField || (SERVER_FIELDS as readonly string[]).includes(name);
  const entries = Object.entries(record);
  return {
    fields: Object.fromEntries(entries.filter((entry) => !isKept(entry))),
    kept: Object.fromEntries(entries.filter(isKept)),
  };
}
