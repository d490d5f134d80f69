import { isEmpty } from '../../domain/digest.ts';
import { isEqual, isObject, type JsonObject } from '../../domain/json.ts';
import { unitedRows, unitedTags } from '../../domain/merge-values.ts';
import { type AnyRecord, type Noun, parseField } from '../../domain/noun.ts';
import type { RowChoice, Side } from './choices.ts';
import { type Entry, nounOfFound } from './entry.ts';
import { isSame, textOf } from './identity.ts';
import type { Difference } from './plan.ts';
import { NOTES, withRemarks } from './remarks.ts';

/** So much of what stood is kept to put it back: a longer text is not replaced. In UTF-16 code units, as JSON. */
const MOST_BEFORE = 60_000;

/** By these other rows of the file may know the record: they are replaced only where that is said of the very row. */
const KNOWN_BY = new Set(['email', 'linkedin_url', 'phone', 'url', 'source_id']);

/**
 * What a file says of a record beside what stands. Empty fields are filled in, tags, rows and remarks are added; where
 * both have a value, what stands stays unless the person chose otherwise.
 */
export function differencesOf(
  entry: Entry,
  standing: AnyRecord,
  choice: RowChoice['fields'] = {},
  all: Side | undefined = undefined,
): readonly Difference[] {
  const noun = nounOfFound(entry.type);
  const found = Object.keys(noun.fields).flatMap((name) => {
    if (name === noun.history?.field || name === 'needs_email') return [];
    const theirs = theirsOf(noun, entry, standing, name);
    return theirs === undefined ? [] : [{ name, mine: standing[name] ?? null, theirs }];
  });
  return found.map(({ name, mine, theirs }) => {
    const together = togetherWith(noun, name);
    const differs = !isEmpty(mine) && !isUnited(noun, entry, name);
    const chosen = together.map((one) => choice[one]).find((side) => side !== undefined);
    const isContested = together.some((one) => isContradicted(entry, standing, one));
    const usual = !isContested ? 'theirs' : KNOWN_BY.has(name) ? 'mine' : (all ?? 'mine');
    const ours = entry.own?.since && (all ?? SIDES[entry.own.since]);
    return { field: name, mine, theirs, chosen: chosen ?? ours ?? usual, differs, together };
  });
}

/** Of what was written from the very record, the later is right: the file where it was changed since, else what stands. */
const SIDES = { newer: 'theirs', older: 'mine' } as const;

/** What the field would be by the file; undefined where that is nothing new, or nothing that it can be. */
function theirsOf(noun: Noun, entry: Entry, standing: AnyRecord, name: string): unknown {
  const [value, mine, field] = [entry.values[name], standing[name], noun.fields[name]];
  if (!field) return undefined;
  if (name === NOTES[entry.type]) return newNotes(entry, mine, field.maxLength ?? 0);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return united(name, noun, mine, value);
  const isNews = isEmpty(mine) || !isSame(name, mine, value) || (entry.own !== null && isRespelt(mine, value));
  return isNews && JSON.stringify(mine ?? null).length <= MOST_BEFORE ? value : undefined;
}

/** Whether a text differs in nothing but its capital letters. */
function isRespelt(one: unknown, other: unknown): boolean {
  const [mine, theirs] = [textOf(one).trim(), textOf(other).trim()];
  return mine !== theirs && mine.toLowerCase() === theirs.toLowerCase();
}

/** Notes that we wrote ourselves hold what stands already: they stand instead of it. */
function newNotes({ type, values, remarks, own }: Entry, mine: unknown, limit: number): string | undefined {
  const before = typeof mine === 'string' ? mine : null;
  const ownNotes = own === null ? undefined : textOf(values[NOTES[type]]).trim() || undefined;
  const standing = ownNotes !== undefined && ownNotes !== before?.trim() ? null : before;
  const added = values[NOTES[type]];
  const notes = withRemarks(standing, typeof added === 'string' ? added : null, remarks, limit);
  return notes === null || notes === before ? undefined : notes;
}

function united(name: string, noun: Noun, mine: unknown, value: readonly unknown[]): unknown {
  const standing = Array.isArray(mine) ? mine : [];
  const field = noun.fields[name];
  const all =
    field?.control === 'tags'
      ? unitedTags([...standing, ...value])
      : unitedRows([...standing, ...value].filter(isObject));
  const isNews = !isEqual(all, standing) && field !== undefined && 'value' in parseField(name, field, all);
  return isNews ? all : undefined;
}

function isUnited(noun: Noun, { type, own }: Entry, name: string): boolean {
  const control = noun.fields[name]?.control;
  return (name === NOTES[type] && own === null) || control === 'tags' || control === 'entries';
}

function isContradicted(entry: Entry, standing: AnyRecord, name: string): boolean {
  const [value, mine] = [entry.values[name], standing[name]];
  if (value === undefined || isEmpty(mine) || isUnited(nounOfFound(entry.type), entry, name)) return false;
  return !isSame(name, mine, value);
}

/** Fields that say one thing together, and those of which a history is kept. */
export function togetherWith({ together = [], history }: Noun, name: string): readonly string[] {
  return [...together, ...(history ? [history.of] : [])].find((group) => group.includes(name)) ?? [name];
}

/** The fields to write, as they were chosen. */
export function patchOf(differences: readonly Difference[]): JsonObject {
  return Object.fromEntries(
    differences.filter(({ chosen }) => chosen === 'theirs').map(({ field, theirs }) => [field, theirs]),
  );
}
