import type { AnyRecord } from '../../domain/noun.ts';
import type { Choices, RowChoice } from './choices.ts';
import { differencesOf } from './differences.ts';
import type { Drafts } from './drafts.ts';
import type { Entry } from './entry.ts';
import { contradict, contradictByName, isCertain, knownFields, marksOf, SAME } from './identity.ts';
import type { Difference, MatchReason } from './plan.ts';
import type { Shelves } from './shelves.ts';
import type { Work } from './work.ts';

/** The record that an entry is, as far as can be told. */
export interface Matched {
  readonly id: string;
  readonly by: readonly MatchReason[];
  readonly certain: boolean;
  /** Whether they have only the name in common. */
  readonly isByName: boolean;
  readonly differences: readonly Difference[];
  /** How much the record is known by that the file does not say. */
  readonly more: number;
}

/** An entry with the records that stand and share something with it, and what. */
export interface Candidate {
  readonly entry: Entry;
  readonly alike: ReadonlyMap<string, readonly MatchReason[]>;
}

const NONE: Candidate['alike'] = new Map();

/** The entries whose record is sure, then those whose name is known: so nobody less like it takes a record first. */
export function* candidates(entries: readonly Entry[], shelves: Shelves<string>): Work<readonly Candidate[]> {
  if (shelves.isEmpty) return entries.map((entry) => ({ entry, alike: NONE }));
  const [sure, named, others]: Candidate[][] = [[], [], []];
  for (const entry of entries) {
    const alike: Candidate['alike'] = entry.own
      ? new Map([[entry.own.id, ['own']]])
      : shelves.find(marksOf(entry.type, entry.values));
    const reasons = [...alike.values()].flat();
    const isSure = entry.own !== null || reasons.some((by) => isCertain({ by }));
    const among = isSure ? sure : reasons.includes('name') ? named : others;
    among?.push({ entry, alike: alike.size === 0 ? NONE : alike });
    yield;
  }
  return [sure, named, others].flatMap((all) => all ?? []);
}

/** Finds the records that stand for what a file brings. */
export class Matcher {
  readonly #met = new Set<string>();
  readonly #drafts: Drafts;
  readonly #all: Choices['all'];

  constructor(drafts: Drafts, all: Choices['all']) {
    this.#drafts = drafts;
    this.#all = all;
  }

  find({ entry, alike }: Candidate, choice: RowChoice['fields']): Matched | null {
    if (entry.own) return this.#own(entry, entry.own.id, choice);
    if (alike.size === 0) return null;
    const matches = [...alike].flatMap(([id, by]) => this.#judged(entry, choice, id, by));
    const [best] = matches.sort((one, other) => rank(other) - rank(one));
    return best ?? null;
  }

  #own(entry: Entry, id: string, choice: RowChoice['fields']): Matched | null {
    const record = this.#drafts.get(entry.type, id);
    if (!record) return null;
    const differences = differencesOf(entry, record, choice, this.#all.fields);
    return { id, by: ['own'], certain: true, isByName: false, differences, more: 0 };
  }

  /** A record is one row of the file, or more only where it surely is; the first speaks for the file where they differ. */
  meet({ id }: Matched): void {
    this.#met.add(id);
  }

  #judged(entry: Entry, choice: RowChoice['fields'], id: string, by: readonly MatchReason[]): readonly Matched[] {
    const record = this.#drafts.get(entry.type, id);
    const isByName = by.every((reason) => reason === 'name');
    if (!record || isAnother(entry, record, isByName)) return [];
    const isSure = by.some((reason) => isCertain({ by: reason }));
    if (!isSure && this.#met.has(id)) return [];
    const side = this.#met.has(id) ? 'mine' : this.#all.fields;
    const differences = differencesOf(entry, record, choice, side);
    const shown = by.length > 1 ? by.filter((reason) => reason !== 'name') : by;
    const certain = isSure || by.some((reason) => SAME.has(reason));
    return [{ id, by: shown, certain, isByName, differences, more: moreIn(entry, record) }];
  }
}

function isAnother({ type, values }: Entry, record: AnyRecord, isByName: boolean): boolean {
  if (isByName) return contradictByName(type, values, record);
  return (type === 'interactions' || type === 'tasks') && contradict(type, values, record);
}

/** Surely the same comes first, then what has nothing new, then what shares more. */
function rank({ certain, differences, by, isByName, more }: Matched): number {
  return (certain ? 100 : 0) + (differences.length === 0 ? 50 : 0) + (isByName ? 0 : by.length) - more / 10;
}

function moreIn({ type, values }: Entry, record: AnyRecord): number {
  return knownFields(type).filter((name) => record[name] && values[name] === undefined).length;
}
