import type { AnyRecord } from '../../domain/noun.ts';
import type { Choices, RowChoice } from './choices.ts';
import { differencesOf } from './differences.ts';
import type { Drafts } from './drafts.ts';
import type { Entry } from './entry.ts';
import type { FoundType } from './found.ts';
import { contradict, contradictByName, isCertain, knownFields, type Mark, marksOf, SAME } from './identity.ts';
import type { Difference, MatchReason } from './plan.ts';
import { Shelves } from './shelves.ts';

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

/** Finds the records that stand for what a file brings. */
export class Matcher {
  readonly #shelves = new Map<FoundType, Shelves<string>>();
  readonly #met = new Set<string>();
  readonly #drafts: Drafts;
  readonly #all: Choices['all'];

  constructor(drafts: Drafts, all: Choices['all']) {
    this.#drafts = drafts;
    this.#all = all;
  }

  /** Looks at what stands of a noun, before anything of it is created. */
  index(type: FoundType): void {
    const shelves = new Shelves<string>();
    for (const [id, record] of this.#drafts.of(type)) shelves.add(id, marksOf(type, record));
    this.#shelves.set(type, shelves);
  }

  find(entry: Entry, choice: RowChoice['fields']): Matched | null {
    const found = this.#shelves.get(entry.type)?.find(marksOf(entry.type, entry.values)) ?? new Map();
    const matches = [...found].flatMap(([id, by]) => this.#judged(entry, choice, id, by));
    const [best] = matches.sort((one, other) => rank(other) - rank(one));
    return best ?? null;
  }

  /** The entries whose record is sure, then those whose name is known: so nobody less like it takes a record first. */
  inOrder(entries: readonly Entry[]): readonly Entry[] {
    const sure = new Set(entries.filter((entry) => this.#shares(entry, isCertain)));
    const named = new Set(
      entries.filter((entry) => !sure.has(entry) && this.#shares(entry, ({ by }) => by === 'name')),
    );
    return [...sure, ...named, ...entries.filter((entry) => !sure.has(entry) && !named.has(entry))];
  }

  #shares({ type, values }: Entry, counts: (mark: Mark) => boolean): boolean {
    const found = this.#shelves.get(type)?.find(marksOf(type, values).filter(counts));
    return found !== undefined && found.size > 0;
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
