import { digestOf } from '../../domain/digest.ts';
import type { JsonObject } from '../../domain/json.ts';
import { unitedRows, unitedTags } from '../../domain/merge-values.ts';
import { fold } from '../../domain/search.ts';
import { agreed } from './agreed.ts';
import { togetherWith } from './differences.ts';
import { type Entry, nounOfFound } from './entry.ts';
import type { Remark } from './found.ts';
import { contradict, contradictByName, isCertain, isSame, type Mark, marksOf } from './identity.ts';
import type { Told } from './plan.ts';
import { NOTES } from './remarks.ts';
import { Shelves } from './shelves.ts';

/** Entries that are the same record, as one. */
export interface Gathered {
  readonly entries: readonly Entry[];
  readonly entry: Entry;
}

/**
 * Puts together the contacts, applications or tasks that a file has more than once: those that surely are the same, those
 * of one name and company that nothing tells apart, and people that others only name with whom they can be.
 *
 * @returns in the order of the first of each
 */
export function gathered(entries: readonly Entry[]): readonly Gathered[] {
  const certain = joined(
    entries.map((entry) => [entry]),
    (marks, entry) => [...marks.filter((mark) => isCertain(mark) || mark.by === 'moment'), ...exactMark(entry)],
    (one, other) =>
      one.type === 'contacts' || one.type === 'applications' || !contradict(one.type, one.values, other.values),
  );
  const likely = joined(certain, likelyMarks, (one, other) => !contradict(one.type, one.values, other.values));
  const named = joined(
    likely,
    (marks) => marks.filter(({ by }) => by === 'name'),
    (one, other) => (one.isImplied || other.isImplied) && !contradictByName(one.type, one.values, other.values),
  );
  return named.map((group) => ({ entries: group, entry: agreed(unitedEntry(group)) }));
}

/** Groups whose entries, taken as one, share a mark and may be the same. */
function joined(
  groups: readonly (readonly Entry[])[],
  marksFor: (marks: readonly Mark[], entry: Entry) => readonly Mark[],
  may: (one: Entry, other: Entry) => boolean,
): readonly (readonly Entry[])[] {
  const shelves = new Shelves<number>();
  const firsts = groups.map((_, place) => place);
  const firstOf = (place: number): number => {
    let first = place;
    while (firsts[first] !== undefined && firsts[first] !== first) first = firsts[first] ?? first;
    return first;
  };
  const united = groups.map(unitedEntry);
  const members = groups.map((group) => [...group]);
  for (const [place, entry] of united.entries()) {
    const marks = marksFor(marksOf(entry.type, entry.values), entry);
    const alike = [...new Set([...shelves.find(marks).keys()].map(firstOf))].filter((other) => {
      const earlier = united[other];
      return earlier !== undefined && may(earlier, entry);
    });
    shelves.add(place, marks);
    const all = [...alike, place].sort((a, b) => a - b);
    const first = all[0] ?? place;
    for (const other of all.slice(1)) {
      firsts[other] = first;
      members[first]?.push(...(members[other] ?? []).splice(0));
      united[first] = knownBy(united[first] ?? entry, united[other] ?? entry);
    }
  }
  return members.filter((group) => group.length > 0);
}

/** A name with a company or a number; a number alone may be that of a household. */
function likelyMarks(marks: readonly Mark[]): readonly Mark[] {
  const name = marks.find(({ by }) => by === 'name')?.key ?? '';
  return marks.flatMap((mark) => {
    if (mark.by === 'phone') return name === '' ? [] : [{ ...mark, key: `${mark.key} ${name}` }];
    return mark.by === 'name_and_company' || mark.by === 'position_and_company' ? [mark] : [];
  });
}

/** What says the very same is the same. */
function exactMark({ values, remarks }: Entry): readonly Mark[] {
  return [{ by: 'same', key: `exactly ${digestOf([values, remarks])}`, variant: null }];
}

/** What two entries together are known by: enough to compare them with others. */
function knownBy(first: Entry, other: Entry): Entry {
  const values = { ...other.values, ...first.values };
  return { ...first, values, isImplied: first.isImplied && other.isImplied };
}

/** The first that says something is believed; what others say otherwise goes into the notes. */
function unitedEntry(group: readonly Entry[]): Entry {
  const [first, ...others] = group;
  if (!first) throw new Error('A group has an entry.');
  if (others.length === 0) return first;
  const values: Record<string, unknown> = { ...first.values };
  const remarks: Remark[] = [...first.remarks];
  for (const other of others) {
    const before = { ...values };
    for (const [name, value] of Object.entries(other.values)) {
      const remark = takeIn(first, before, values, name, value);
      if (remark && !other.isImplied) remarks.push(remark);
    }
    remarks.push(...other.remarks);
  }
  const explicit = group.filter(({ isImplied }) => !isImplied);
  const seen = explicit.length > 0 ? explicit : group;
  return {
    ...first,
    values,
    remarks,
    where: seen.flatMap(({ where }) => where),
    told: [...group.flatMap(({ told }) => told), ...(explicit.length > 1 ? [saidTwice(explicit.length)] : [])],
    people: group.flatMap(({ people }) => people),
    jobs: group.flatMap(({ jobs }) => jobs),
    proposal: group.find(({ proposal }) => proposal)?.proposal ?? null,
    isImplied: explicit.length === 0,
  };
}

/** Takes a value in where there is room for it; else it is a remark. */
function takeIn(
  { type }: Entry,
  before: JsonObject,
  values: Record<string, unknown>,
  name: string,
  value: unknown,
): Remark | null {
  const standing = before[name];
  const noun = nounOfFound(type);
  const field = noun.fields[name];
  // Fields that say one thing together are all of the one or all of the other.
  const isApart = togetherWith(noun, name).some((one) => one !== name && before[one] !== undefined);
  if (!field) return null;
  if (standing === undefined && isApart && type !== 'interactions') return { label: field.label, value: String(value) };
  if (standing === undefined) values[name] = value;
  else if (type === 'interactions' || field.control === 'reference') return null;
  else if (name === NOTES[type]) return standing === value ? null : { label: field.label, value: String(value) };
  else if (Array.isArray(standing) && Array.isArray(value)) {
    const both = [...standing, ...value];
    values[name] = field.control === 'tags' ? unitedTags(both).slice(0, 50) : unitedRows(both).slice(0, 50);
  } else if (!isSame(name, standing, value) && fold(String(standing)) !== fold(String(value))) {
    return { label: field.label, value: String(value) };
  }
  return null;
}

function saidTwice(times: number): Told {
  return { code: 'said_twice', field: '', detail: `It is there ${times} times: they are brought in as one.` };
}
