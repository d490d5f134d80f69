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
import type { Work } from './work.ts';

/** Entries that are the same record, as one. */
export interface Gathered {
  readonly entries: readonly Entry[];
  readonly entry: Entry;
}

/** The same, with what it is known by. */
interface Group extends Gathered {
  readonly marks: readonly Mark[];
}

/**
 * Puts together the contacts, applications or tasks that a file has more than once: those that surely are the same, those
 * of one name and company that nothing tells apart, and people that others only name with whom they can be.
 *
 * @returns in the order of the first of each; last those that Touchbase wrote of a record, each alone
 */
export function* gathered(all: readonly Entry[]): Work<readonly Gathered[]> {
  const entries = all.filter(({ own }) => own === null);
  const groups: Group[] = [];
  for (const entry of entries) {
    groups.push(groupOf([entry]));
    yield;
  }
  const shared = yield* sharedKeys(groups.map(({ marks }) => marks));
  // What says the very same shares every mark: only then is all of it compared, which takes a while.
  const exactMarks = ({ entry, marks }: Group) => (marks.every(({ key }) => shared.has(key)) ? [exactMark(entry)] : []);
  const certain = yield* joined(
    groups,
    (group) => [...group.marks.filter((mark) => shared.has(mark.key) && isSure(mark)), ...exactMarks(group)],
    (one, other) =>
      one.type === 'contacts' || one.type === 'applications' || !contradict(one.type, one.values, other.values),
  );
  const likely = yield* joined(certain, likelyMarks, (one, other) => !contradict(one.type, one.values, other.values));
  const named = entries.some(({ isImplied }) => isImplied) ? yield* joinedByName(likely) : likely;
  const others = named.map((group) => ({ entries: group.entries, entry: agreed(group.entry) }));
  return [...others, ...all.filter(({ own }) => own !== null).map((entry) => ({ entries: [entry], entry }))];
}
function joinedByName(groups: readonly Group[]): Work<readonly Group[]> {
  return joined(
    groups,
    ({ marks }) => marks.filter(({ by }) => by === 'name'),
    (one, other) => (one.isImplied || other.isImplied) && !contradictByName(one.type, one.values, other.values),
  );
}

function isSure(mark: Mark): boolean {
  return isCertain(mark) || mark.by === 'moment';
}

function groupOf(entries: readonly Entry[]): Group {
  const entry = unitedEntry(entries);
  return { entries, entry, marks: marksOf(entry.type, entry.values) };
}

/** The keys of marks that more than one has. */
function* sharedKeys(all: readonly (readonly Mark[])[]): Work<ReadonlySet<string>> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const marks of all) {
    for (const { key } of marks) {
      if (seen.has(key)) shared.add(key);
      else seen.add(key);
    }
    yield;
  }
  return shared;
}

/** Groups whose entries, taken as one, share a mark and may be the same. Most share none, and stay as they are. */
function* joined(
  groups: readonly Group[],
  marksFor: (group: Group) => readonly Mark[],
  may: (one: Entry, other: Entry) => boolean,
): Work<readonly Group[]> {
  const marks = groups.map(marksFor);
  const shared = yield* sharedKeys(marks);
  const shelves = new Shelves<number>();
  const unions = new Unions(groups);
  for (const [place, { entry }] of groups.entries()) {
    const some = marks[place]?.filter(({ key }) => shared.has(key)) ?? [];
    if (some.length > 0) {
      const firsts = new Set([...shelves.find(some).keys()].map((other) => unions.firstOf(other)));
      const alike = [...firsts].filter((first) => may(unions.knownOf(first), entry));
      shelves.add(place, some);
      unions.unite([...alike, place]);
    }
    yield;
  }
  return unions.groups();
}

/** A name with a company or a number; a number alone may be that of a household. */
function likelyMarks({ marks }: Group): readonly Mark[] {
  const name = marks.find(({ by }) => by === 'name')?.key ?? '';
  return marks.flatMap((mark) => {
    if (mark.by === 'phone') return name === '' ? [] : [{ ...mark, key: `${mark.key} ${name}` }];
    return mark.by === 'name_and_company' || mark.by === 'position_and_company' ? [mark] : [];
  });
}

function exactMark({ values, remarks }: Entry): Mark {
  return { by: 'same', key: `exactly ${digestOf([values, remarks])}`, variant: null };
}

/** Groups that become one, each told by the place of the first among them. */
class Unions {
  readonly #groups: readonly Group[];
  /** Where it is none of its own: an earlier place among those that it was united with. */
  readonly #earlier = new Map<number, number>();
  readonly #united = new Map<number, { readonly entries: Entry[]; readonly known: Entry }>();

  constructor(groups: readonly Group[]) {
    this.#groups = groups;
  }

  firstOf(place: number): number {
    let first = place;
    for (let next = this.#earlier.get(first); next !== undefined; next = this.#earlier.get(first)) first = next;
    return first;
  }

  /** What all that is united with it is known by. */
  knownOf(first: number): Entry {
    return this.#at(first).known;
  }

  unite(places: readonly number[]): void {
    const [first, ...others] = places.toSorted((one, other) => one - other);
    if (first === undefined) return;
    for (const other of others) {
      const [one, two] = [this.#at(first), this.#at(other)];
      for (const entry of two.entries) one.entries.push(entry);
      this.#united.set(first, { entries: one.entries, known: knownBy(one.known, two.known) });
      this.#united.delete(other);
      this.#earlier.set(other, first);
    }
  }

  groups(): readonly Group[] {
    return this.#groups.flatMap((group, place) => {
      if (this.#earlier.has(place)) return [];
      const united = this.#united.get(place);
      return united ? [groupOf(united.entries)] : [group];
    });
  }

  #at(place: number) {
    const group = this.#groups[place];
    const united = this.#united.get(place) ?? (group && { entries: [...group.entries], known: group.entry });
    if (!united) throw new Error('There is no such group.');
    return united;
  }
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
