import { isLater } from './dates.ts';
import { isEqual, isObject, type JsonObject } from './json.ts';
import type { AnyRecord, Noun } from './noun.ts';
import { fold } from './search.ts';

/** A value that has no field any more: which it was of, and what. */
export interface Leftover {
  readonly field: string;
  readonly value: string | number | boolean;
}

/** What fields are after a merge, and what found no place in them. */
export interface Merged {
  readonly values: JsonObject;
  readonly leftovers: readonly Leftover[];
}

/** Merges fields of two records: one alone, or some that are `together` and so all of the same record where they differ. */
export function mergedFields(noun: Noun, names: readonly string[], kept: AnyRecord, other: AnyRecord): Merged {
  const [name = ''] = names;
  const united = unitedValue(noun, name, kept[name], other[name]);
  if (united !== undefined) return { values: { [name]: united }, leftovers: [] };
  const [first, second] = isFirst(noun, names, kept, other) ? [kept, other] : [other, kept];
  const isKept = (one: string, value: unknown) => isSame(value, second[one], noun.fields[one]?.control === 'url');
  const differ = names.some((one) => !isEmpty(first[one]) && !isEmpty(second[one]) && !isKept(one, first[one]));
  const merged = (one: string) => (isEmpty(first[one]) && !differ ? second[one] : first[one]) ?? null;
  const values = Object.fromEntries(names.map((one) => [one, merged(one)]));
  return { values, leftovers: leftoversOf(names, second, (one) => isKept(one, values[one])) };
}

/** The values of a record that are nowhere else. */
export function leftoversOf(
  names: readonly string[],
  record: AnyRecord,
  isElsewhere: (name: string, value: unknown) => boolean,
): readonly Leftover[] {
  return names.flatMap((field) => {
    const value = record[field];
    const isOne = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    return isOne && !isEmpty(value) && !isElsewhere(field, value) ? [{ field, value }] : [];
  });
}

/** Texts one below the other with a line between, each once; null where there is none. */
export function joinedTexts(texts: readonly unknown[]): string | null {
  const joined = texts.reduce<string>((all, text) => {
    if (typeof text !== 'string' || text.trim() === '' || hasLines(all, text)) return all;
    return all === '' ? text : `${all}\n\n${text}`;
  }, '');
  return joined === '' ? null : joined;
}

/** Whether some lines stand in a text as they are. */
export function hasLines(text: string | null, lines: string): boolean {
  return `\n${text ?? ''}\n`.includes(`\n${lines}\n`);
}

/** What can hold the values of both; undefined where there is one or the other. */
function unitedValue({ fields }: Noun, name: string, one: unknown, other: unknown): unknown {
  const { control, entryFields } = fields[name] ?? {};
  if (control === 'notes') return joinedTexts([one, other]);
  if (control === 'tags') return unitedTags([...listOf(one), ...listOf(other)]);
  return entryFields ? unitedRows([...listOf(one), ...listOf(other)]) : undefined;
}

/** The values of which record come first: of two due dates the earlier, of two moments the later, else those kept. */
function isFirst({ fields, dueField }: Noun, names: readonly string[], kept: AnyRecord, other: AnyRecord): boolean {
  const deciding = names.find((name) => name === dueField || fields[name]?.control === 'date_time');
  const [one, two] = [kept[deciding ?? ''], other[deciding ?? '']];
  if (typeof two !== 'string') return true;
  if (typeof one !== 'string') return false;
  return deciding === dueField ? one <= two : !isLater(two, one);
}

/** Tags, each once, case and accents aside. */
export function unitedTags(tags: readonly unknown[]): readonly unknown[] {
  const byName = new Map<string, unknown>();
  for (const tag of tags) {
    const name = fold(String(tag).trim());
    if (!byName.has(name)) byName.set(name, tag);
  }
  return [...byName.values()];
}

/** Rows without those that another tells already; two that leave out what the other says are one. */
export function unitedRows(rows: readonly unknown[]): readonly JsonObject[] {
  const united: JsonObject[] = [];
  for (const row of rows.filter(isObject)) {
    const place = united.findIndex((one) => Object.keys(row).every((name) => agree(one[name], row[name])));
    const earlier = united[place];
    if (earlier) united[place] = Object.fromEntries(Object.keys(row).map((name) => [name, earlier[name] ?? row[name]]));
    else united.push(row);
  }
  return united;
}

function agree(one: unknown, other: unknown): boolean {
  return isEmpty(one) || isEmpty(other) || isSame(one, other);
}

/** Case and spaces around it make no other value, but of an address, where it may lead elsewhere. */
function isSame(one: unknown, other: unknown, isExact = false): boolean {
  if (isExact || typeof one !== 'string' || typeof other !== 'string') return isEqual(one, other);
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
