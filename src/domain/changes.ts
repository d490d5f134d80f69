import type { Instant } from './dates.ts';
import { type FieldError, invalidFields, type Problem } from './errors.ts';
import { type AnyRecord, idOf, KEPT_FIELDS, type Noun, parseFields } from './noun.ts';

export const OPERATIONS = ['create', 'replace', 'edit', 'remove', 'restore'] as const;

/** One change to one record, as a person or a program asks for it. */
export interface Operation {
  readonly op: (typeof OPERATIONS)[number];
  /** The version that the sender saw; absent: whatever stands. */
  readonly version?: number | undefined;
  /** The fields (create, replace) or the merge patch (edit). */
  readonly record?: Readonly<Record<string, unknown>> | undefined;
}

/** What a change makes of a record; `changed` is false where it stood so already. */
export type Outcome = { readonly record: AnyRecord; readonly changed: boolean } | { readonly problem: Problem };

export interface Context {
  /** The id that a new record gets. */
  readonly id: string;
  readonly now: Instant;
}

/**
 * Applies one change to a record, the same in the browser and on the server. Any change may arrive twice: the second
 * time it finds its own result and changes nothing.
 *
 * @param current the record as it stands, tombstones included; undefined where there is none
 * @returns the record to keep, or a problem: invalid_fields, not_found, deleted, already_exists, stale_version
 */
export function apply(noun: Noun, current: AnyRecord | undefined, operation: Operation, context: Context): Outcome {
  if (operation.op === 'create') return create(noun, current, operation, context);
  if (current === undefined) return { problem: notFound(noun) };
  switch (operation.op) {
    case 'replace':
      return write(noun, current, operation, context, false);
    case 'edit':
      return write(noun, current, operation, context, true);
    case 'remove':
      return mark(noun, current, operation, context, context.now);
    case 'restore':
      return mark(noun, current, operation, context, null);
  }
}

/** A new record of the fields sent; the same create again finds it and changes nothing. */
function create(noun: Noun, current: AnyRecord | undefined, { record = {} }: Operation, { id, now }: Context): Outcome {
  const { fields, kept } = separate(noun, record);
  const parsed = parseFields(noun, fields);
  const errors = [
    ...Object.keys(kept)
      .filter((name) => name !== noun.idField || !isId(kept[name], id))
      .map(readOnly),
    ...errorsOf(parsed),
  ];
  if (errors.length > 0 || 'errors' in parsed) return { problem: invalidFields(errors) };
  if (current === undefined) {
    const record = {
      [noun.idField]: id,
      ...parsed.values,
      created_at: now,
      updated_at: now,
      version: 1,
      deleted_at: null,
    };
    return { record, changed: true };
  }
  if (current.version === 1 && isSame(current, parsed.values)) return { record: current, changed: false };
  return { problem: alreadyExists(noun, current) };
}

/** A replacement of all fields, or (RFC 7396) of those in the patch. */
function write(noun: Noun, current: AnyRecord, operation: Operation, { now }: Context, patch: boolean): Outcome {
  if (current.deleted_at !== null) return { problem: deleted(noun, current) };
  const { fields, kept } = separate(noun, operation.record ?? {});
  const seen = operation.version ?? kept.version;
  const parsed = parseFields(noun, fields, { patch });
  const errors = [...changedIdentity(noun, current, kept, seen), ...errorsOf(parsed)];
  if (errors.length > 0 || 'errors' in parsed) return { problem: invalidFields(errors) };
  const changed = !isSame(current, parsed.values);
  if (isStale(current, seen, changed)) return { problem: stale(noun, current) };
  return { record: changed ? next(current, parsed.values, now) : current, changed };
}

/** Puts a tombstone on a record, or takes it away. */
function mark(
  noun: Noun,
  current: AnyRecord,
  { version }: Operation,
  { now }: Context,
  deletedAt: Instant | null,
): Outcome {
  const changed = (current.deleted_at === null) !== (deletedAt === null);
  if (isStale(current, version, changed)) return { problem: stale(noun, current) };
  return { record: changed ? next(current, { deleted_at: deletedAt }, now) : current, changed };
}

function next(current: AnyRecord, values: Readonly<Record<string, unknown>>, now: Instant): AnyRecord {
  return { ...current, ...values, updated_at: now, version: current.version + 1 };
}

/** The version a repeated change saw is the one it made stale itself. */
function isStale(current: AnyRecord, seen: unknown, changed: boolean): boolean {
  if (seen === undefined || seen === current.version) return false;
  return changed || seen !== current.version - 1;
}

function isId(sent: unknown, id: string): boolean {
  return typeof sent === 'string' && sent.toLowerCase() === id;
}

function isSame(current: AnyRecord, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(values).every(([name, value]) => isEqual(current[name], value));
}

/** Whether two values of JSON are the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** A record that was read may be sent back whole: its id and the fields that the server keeps are told from its own. */
function separate(noun: Noun, sent: Readonly<Record<string, unknown>>) {
  const isKept = (name: string) => name === noun.idField || (KEPT_FIELDS as readonly string[]).includes(name);
  const entries = Object.entries(sent);
  const kept = entries.filter(([name, value]) => isKept(name) && value !== null && value !== '');
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !isKept(name))),
    kept: Object.fromEntries(kept),
  };
}

/** `version` and `updated_at` say what the sender saw and are judged as that; the rest must be what it is. */
function changedIdentity(
  noun: Noun,
  current: AnyRecord,
  kept: Readonly<Record<string, unknown>>,
  seen: unknown,
): FieldError[] {
  const isBad = (name: string) => {
    if (name === 'version') return !Number.isInteger(kept[name]);
    if (name === 'updated_at' && seen !== current.version) return typeof kept[name] !== 'string';
    return kept[name] !== (name === noun.idField ? idOf(noun, current) : current[name]);
  };
  return Object.keys(kept).filter(isBad).map(readOnly);
}

function errorsOf(parsed: ReturnType<typeof parseFields>): readonly FieldError[] {
  return 'errors' in parsed ? parsed.errors : [];
}

function readOnly(field: string): FieldError {
  return { field, code: 'read_only', detail: 'The server sets this: leave it out, or send it as you got it.' };
}

export function notFound(noun: Noun): Problem {
  return { code: 'not_found', detail: `There is no ${noun.singular} with this id.` };
}

export function deleted(noun: Noun, record: AnyRecord): Problem {
  const detail = `This ${noun.singular} was deleted at ${record.deleted_at}. Restore it to bring it back as it was.`;
  return { code: 'deleted', detail };
}

function alreadyExists(noun: Noun, record: AnyRecord): Problem {
  const detail = `There is a ${noun.singular} with this id already, with other values. Edit that one, or send no id.`;
  return { code: 'already_exists', detail, record };
}

function stale(noun: Noun, record: AnyRecord): Problem {
  const detail = `This ${noun.singular} was changed since the version you saw: it is at version ${record.version} now. Look at it and decide again.`;
  return { code: 'stale_version', detail, record };
}
