import { apply } from '../../domain/changes.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { isEmpty } from '../../domain/digest.ts';
import type { FieldError } from '../../domain/errors.ts';
import { isEqual, type JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { nounOfFound } from './entry.ts';
import type { FoundType } from './found.ts';
import type { Write } from './plan.ts';
import type { Stood } from './stood.ts';
import type { Work } from './work.ts';

const TYPES: readonly FoundType[] = ['contacts', 'applications', 'interactions', 'tasks'];

/** What is wrong with a change; empty where it was made. */
type Errors = readonly FieldError[];

/** A record that changes, with the key of the row that first changed it. */
interface Touched {
  readonly key: string;
  readonly before: AnyRecord | undefined;
  after: AnyRecord;
}

/** All records as they will stand, changed by the same function that the server runs. */
export class Drafts {
  readonly #standing: Stood['records'];
  readonly #touched = new Map(TYPES.map((type) => [type, new Map<string, Touched>()]));
  readonly #now: string;

  constructor(standing: Stood['records'], today: CalendarDate) {
    this.#standing = standing;
    this.#now = `${today}T00:00:00.000Z`;
  }

  get(type: FoundType, id: string | null): AnyRecord | undefined {
    if (id === null) return undefined;
    return this.#touchedOf(type).get(id)?.after ?? this.#standing[type].get(id);
  }

  /** The ids of all of a type. */
  idsOf(type: FoundType): ReadonlySet<string> {
    return new Set([...this.#standing[type].keys(), ...this.#touchedOf(type).keys()]);
  }

  create(key: string, type: FoundType, id: string, record: JsonObject, on: CalendarDate): Errors {
    return this.#change(key, type, id, { op: 'create', record, on });
  }

  edit(key: string, type: FoundType, id: string, record: JsonObject, on: CalendarDate): Errors {
    return this.#change(key, type, id, { op: 'edit', record, on });
  }

  #change(key: string, type: FoundType, id: string, operation: Parameters<typeof apply>[2]): Errors {
    const before = this.get(type, id);
    const outcome = apply(nounOfFound(type), before, operation, { id, now: this.#now });
    if ('problem' in outcome) return outcome.problem.errors ?? [];
    const touched = this.#touchedOf(type).get(id);
    if (touched) touched.after = outcome.record;
    else if (outcome.changed) this.#touchedOf(type).set(id, { key, before, after: outcome.record });
    return [];
  }

  /** Those of a type that will stand otherwise, each with the key of its row. */
  *written(type: FoundType): Iterable<readonly [string, AnyRecord]> {
    for (const { key, after } of this.#touchedOf(type).values()) yield [key, after];
  }

  /** One change for each record that will stand otherwise. */
  *writes(): Work<readonly Write[]> {
    const writes: Write[] = [];
    for (const type of TYPES) {
      const names = Object.keys(nounOfFound(type).fields);
      for (const [id, { key, before, after }] of this.#touchedOf(type)) {
        const news = names.filter((name) => isNews(before, after, name));
        const record = Object.fromEntries(news.map((name) => [name, after[name] ?? null]));
        if (news.length > 0) writes.push({ key, type, id, before, record });
        yield;
      }
    }
    return writes;
  }

  #touchedOf(type: FoundType): Map<string, Touched> {
    const touched = this.#touched.get(type);
    if (!touched) throw new Error(`There are no ${type} in an import.`);
    return touched;
  }
}

function isNews(before: AnyRecord | undefined, after: AnyRecord, name: string): boolean {
  if (!before) return !isEmpty(after[name]);
  if (isEmpty(before[name]) && isEmpty(after[name])) return false;
  return !isEqual(before[name] ?? null, after[name] ?? null);
}
