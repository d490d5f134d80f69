import type { CalendarDate, Instant } from './dates.ts';
import { type FieldError, invalidFields, type Problem } from './errors.ts';
import { isEqual, type JsonObject } from './json.ts';
import { type AnyRecord, idOf, type Noun, type Parsed, parseFields, SERVER_FIELDS } from './noun.ts';

export const OPERATIONS = ['create', 'replace', 'edit', 'remove', 'restore'] as const;

/** One change to one record, as a person or a program asks for it. */
export interface Operation {
  readonly op: (typeof OPERATIONS)[number];
  /** The version that the sender saw; absent: whatever stands. */
  readonly version?: number | undefined;
  /** The fields (create, replace) or the merge patch (edit). */
  readonly record?: JsonObject | undefined;
  /** Chosen by the sender, another for each change: a change that was made already is known by it, whatever came since. */
  readonly change_id?: string | undefined;
  /** The person's calendar date when it happened, for histories; absent: that of now, in UTC. */
  readonly on?: CalendarDate | undefined;
}

/** So many changes of a record are remembered by their ids: far more than can be under way at once. */
const REMEMBERED = 8;

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
  if (isMade(current, operation)) return { record: current, changed: false };
  switch (operation.op) {
    case 'replace':
    case 'edit':
      return write(noun, current, operation, context);
    case 'remove':
      return mark(noun, current, operation, context, context.now);
    case 'restore':
      return mark(noun, current, operation, context, null);
  }
}

/**
 * A new record of the fields sent. A create that comes again finds its record and changes nothing, also when that was
 * changed since; only an id that was taken by other values, and not touched since, is refused.
 */
function create(noun: Noun, current: AnyRecord | undefined, operation: Operation, context: Context): Outcome {
  const { record = {}, change_id } = operation;
  const { id, now } = context;
  const { fields, echoed } = separate(noun, record);
  const parsed = settled(noun, current, fields, operation, context);
  const errors = [
    ...Object.keys(echoed)
      .filter((name) => name !== noun.idField || !isId(echoed[name], id))
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
      recent_changes: change_id === undefined ? [] : [change_id],
    };
    return { record, changed: true };
  }
  if (current.version > 1 || isSame(current, parsed.values)) return { record: current, changed: false };
  return { problem: alreadyExists(noun, current) };
}

/** A replacement of all fields, or (RFC 7396) of those in the patch. */
function write(noun: Noun, current: AnyRecord, operation: Operation, context: Context): Outcome {
  if (current.deleted_at !== null) return { problem: deleted(noun, current) };
  const { fields, echoed } = separate(noun, operation.record ?? {});
  const seen = operation.version ?? echoed.version;
  const parsed = settled(noun, current, fields, operation, context);
  const errors = [...wrongEchoes(noun, current, echoed, seen), ...errorsOf(parsed)];
  if (errors.length > 0 || 'errors' in parsed) return { problem: invalidFields(errors) };
  const changed = !isSame(current, parsed.values);
  if (isStale(current, seen, changed)) return { problem: stale(noun, current) };
  return { record: changed ? next(current, parsed.values, operation, context.now) : current, changed };
}

/** The fields that were sent, where they are right, made to agree with each other and with those that stand. */
function settled(
  noun: Noun,
  current: AnyRecord | undefined,
  fields: JsonObject,
  operation: Operation,
  context: Context,
): Parsed {
  const parsed = parseFields(noun, fields, { patch: operation.op === 'edit', before: current });
  if ('errors' in parsed || !noun.settle) return parsed;
  const { field } = noun.history ?? {};
  const { [field ?? '']: history, ...others } = parsed.values;
  const isSent = field !== undefined && Object.hasOwn(fields, field);
  return noun.settle(current, isSent ? { ...others, [field]: history } : others, dayOf(operation, context));
}

function dayOf({ on }: Operation, { now }: Context): CalendarDate {
  return on ?? now.slice(0, 10);
}

/** Puts a tombstone on a record, or takes it away. */
function mark(
  noun: Noun,
  current: AnyRecord,
  operation: Operation,
  { now }: Context,
  deletedAt: Instant | null,
): Outcome {
  const changed = (current.deleted_at === null) !== (deletedAt === null);
  if (isStale(current, operation.version, changed)) return { problem: stale(noun, current) };
  return { record: changed ? next(current, { deleted_at: deletedAt }, operation, now) : current, changed };
}

function next(current: AnyRecord, values: JsonObject, { change_id }: Operation, now: Instant): AnyRecord {
  const earlier = current.recent_changes ?? [];
  const recent = change_id === undefined ? earlier : [...earlier, change_id].slice(-REMEMBERED);
  return { ...current, ...values, updated_at: now, version: current.version + 1, recent_changes: recent };
}

/** Whether a record bears this very change already. */
export function isMade(current: AnyRecord, { change_id }: Pick<Operation, 'change_id'>): boolean {
  return change_id !== undefined && (current.recent_changes?.includes(change_id) ?? false);
}

/** A change that would change nothing was made before: its sender may have seen what it made stale itself (RFC 9110, 13.1.1). */
function isStale(current: AnyRecord, seen: unknown, changed: boolean): boolean {
  return changed && seen !== undefined && seen !== current.version;
}

function isId(sent: unknown, id: string): boolean {
  return typeof sent === 'string' && sent.toLowerCase() === id;
}

function isSame(current: AnyRecord, values: JsonObject): boolean {
  return Object.entries(values).every(([name, value]) => isEqual(current[name], value));
}

/** A record that was read may be sent back whole: what the server set in it is told from the fields. */
function separate(noun: Noun, sent: JsonObject) {
  const isServerField = (name: string) => name === noun.idField || (SERVER_FIELDS as readonly string[]).includes(name);
  const entries = Object.entries(sent);
  const echoed = entries.filter(([name, value]) => isServerField(name) && value !== null && value !== '');
  return {
    fields: Object.fromEntries(entries.filter(([name]) => !isServerField(name))),
    echoed: Object.fromEntries(echoed),
  };
}

/** What the server set must come back as it is; `version` and `updated_at` may be those of the version that was seen. */
function wrongEchoes(noun: Noun, current: AnyRecord, echoed: JsonObject, seen: unknown): FieldError[] {
  const isRight = (name: string) => {
    if (name === noun.idField) return isId(echoed[name], idOf(noun, current));
    if (name === 'recent_changes') return true;
    if (name === 'version') return Number.isInteger(echoed[name]) && echoed[name] === seen;
    return echoed[name] === current[name] || (name === 'updated_at' && seen !== undefined && seen !== current.version);
  };
  return Object.keys(echoed)
    .filter((name) => !isRight(name))
    .map(readOnly);
}

function errorsOf(parsed: Parsed): readonly FieldError[] {
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
