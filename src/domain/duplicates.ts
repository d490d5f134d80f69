import { type Apart, NONE_APART, setsOf } from './apart.ts';
import type { Comparison, Likeness } from './traits.ts';

/** Records that share something. */
export interface Reason {
  readonly by: Likeness;
  readonly ids: readonly string[];
}

/** Records that are likely one, since each shares something with another of them. */
export interface LikelySame {
  readonly ids: readonly string[];
  readonly reasons: readonly Reason[];
}

/** A record that is likely the one asked about, and why. */
export interface Alike {
  readonly id: string;
  readonly by: readonly Likeness[];
}

interface Kept {
  readonly deleted_at: string | null;
}

/**
 * The records that are likely the same, found in one pass; deleted ones are passed over. Who is like two others makes the
 * three one group, and its reasons tell who shares what with whom.
 *
 * @param comparison `PERSON` for contacts, `JOB` for applications (traits.ts)
 * @param apart those that a person said are not the same
 * @returns groups of two or more, each record in one at most; both in the order of the records
 */
export function likelySame<Fields, T extends Fields & Kept>(
  records: Iterable<T>,
  comparison: Comparison<Fields, T>,
  apart: Apart = NONE_APART,
): readonly LikelySame[] {
  const { ids, shelves } = shelved(records, comparison);
  const reasons = [...shelves].flatMap(([by, shelf]) => reasonsOn(by, shelf.values(), apart));
  const shared = new Set(reasons.flatMap((reason) => reason.ids));
  const alike = ids.filter((id) => shared.has(id));
  const firstOf = chained(alike, reasons);
  const groups = new Map<string, Group>();
  for (const id of alike) groupOf(groups, firstOf(id)).ids.push(id);
  for (const reason of reasons) groupOf(groups, firstOf(reason.ids[0] ?? '')).reasons.push(reason);
  return [...groups.values()];
}

/**
 * Tells which records are likely the same as one, which may be new or be among them.
 *
 * @param apart those that a person said are not the same
 * @returns a function to ask for one after another, by its fields and its id; whoever shares most with it comes first
 */
export function alikeFinder<Fields, T extends Fields & Kept>(
  records: Iterable<T>,
  comparison: Comparison<Fields, T>,
  apart: Apart = NONE_APART,
): (one: Fields, id?: string) => readonly Alike[] {
  const { shelves } = shelved(records, comparison);
  return (one, id) => {
    const found = new Map<string, Set<Likeness>>();
    for (const trait of comparison.traitsOf(one)) {
      for (const holder of shelves.get(trait.by)?.get(trait.key) ?? []) {
        const isOther = holder.id !== id && !apart.get(id ?? '')?.has(holder.id);
        if (!isOther || !isVariantOf(holder.variant, trait.variant)) continue;
        found.set(holder.id, (found.get(holder.id) ?? new Set()).add(trait.by));
      }
    }
    const alike = [...found].map(([id, by]) => ({ id, by: [...by] }));
    return alike.sort((one, other) => other.by.length - one.by.length);
  };
}

interface Group {
  readonly ids: string[];
  readonly reasons: Reason[];
}

interface Holder {
  readonly id: string;
  readonly variant: string | null;
}

/** Of each kind of trait: who has it, by its key. */
type Shelves = Map<Likeness, Map<string, Holder[]>>;

function shelved<Fields, T extends Fields & Kept>(records: Iterable<T>, { idOf, traitsOf }: Comparison<Fields, T>) {
  const ids: string[] = [];
  const shelves: Shelves = new Map();
  for (const record of records) {
    if (record.deleted_at !== null) continue;
    const id = idOf(record);
    ids.push(id);
    for (const { by, key, variant } of traitsOf(record)) {
      const shelf = shelves.get(by) ?? new Map<string, Holder[]>();
      const holders = shelf.get(key);
      if (holders) holders.push({ id, variant });
      else shelves.set(by, shelf.set(key, [{ id, variant }]));
    }
  }
  return { ids, shelves };
}

function isVariantOf(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function reasonsOn(by: Likeness, shelf: Iterable<readonly Holder[]>, apart: Apart): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const holders of shelf) {
    if (holders.length < 2) continue;
    const sets = alikeOf(holders).flatMap((ids) => setsOf(ids, apart));
    for (const ids of sets) if (ids.length > 1) reasons.push({ by, ids });
  }
  return reasons;
}

/** Where some differ, as one number does in two countries, each variant goes with those that may be any. */
function alikeOf(holders: readonly Holder[]): readonly (readonly string[])[] {
  const variants = new Set(holders.map(({ variant }) => variant).filter((variant) => variant !== null));
  return [...(variants.size < 2 ? [null] : variants)].map((variant) => {
    const some = holders.filter((holder) => isVariantOf(holder.variant, variant));
    return [...new Set(some.map(({ id }) => id))];
  });
}

/** Gives the first of all records that an id hangs together with, through any number of reasons. */
function chained(ids: readonly string[], reasons: readonly Reason[]): (id: string) => string {
  const places = new Map(ids.map((id, place) => [id, place]));
  const before = ids.map((_, place) => place);
  const firstOf = (id: string): number => {
    let place = places.get(id) ?? 0;
    for (let earlier = before[place]; earlier !== undefined && earlier !== place; earlier = before[place]) {
      before[place] = before[earlier] ?? earlier;
      place = earlier;
    }
    return place;
  };
  for (const { ids: alike } of reasons) {
    for (const id of alike) {
      const [one, other] = [firstOf(alike[0] ?? id), firstOf(id)];
      before[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return (id) => ids[firstOf(id)] ?? id;
}

function groupOf(groups: Map<string, Group>, first: string): Group {
  const group = groups.get(first) ?? { ids: [], reasons: [] };
  groups.set(first, group);
  return group;
}
