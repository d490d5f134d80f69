import { apply } from '../../domain/changes.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { isEmpty } from '../../domain/digest.ts';
import type { FieldError } from '../../domain/errors.ts';
import { isEqual, type JsonObject } from '../../domain/json.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { nounOfFound } from './entry.ts';
import type { FoundType } from './found.ts';
import type { Standing, Write } from './plan.ts';

const TYPES: readonly FoundType[] = ['contacts', 'applications', 'interactions', 'tasks'];

/** What is wrong with a change; empty where it was made. */
type Errors = readonly FieldError[];

/** All records as they will stand, changed by the same function that the server runs. */
export class Drafts {
  readonly #records = new Map<string, AnyRecord>();
  readonly #touched = new Map<string, Pick<Write, 'key' | 'type' | 'id' | 'before'>>();
  readonly #now: string;

  constructor(standing: Standing, today: CalendarDate) {
    this.#now = `${today}T00:00:00.000Z`;
    for (const type of TYPES) {
      const noun = nounOfFound(type);
      for (const record of standing[type]) {
        if (record.deleted_at === null) this.#records.set(`${type}/${idOf(noun, record)}`, record);
      }
    }
  }

  get(type: FoundType, id: string | null): AnyRecord | undefined {
    return this.#records.get(`${type}/${id}`);
  }

  /** All of a type, with their ids. */
  *of(type: FoundType): Iterable<readonly [string, AnyRecord]> {
    for (const [key, record] of this.#records) {
      if (key.startsWith(`${type}/`)) yield [key.slice(type.length + 1), record];
    }
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
    const at = `${type}/${id}`;
    this.#records.set(at, outcome.record);
    if (outcome.changed && !this.#touched.has(at)) this.#touched.set(at, { key, type, id, before });
    return [];
  }

  /** Those of a type that will stand otherwise, each with the key of its row. */
  *written(type: FoundType): Iterable<readonly [string, AnyRecord]> {
    for (const { key, type: touched, id } of this.#touched.values()) {
      const record = touched === type ? this.get(type, id) : undefined;
      if (record) yield [key, record];
    }
  }

  /** One change for each record that will stand otherwise. */
  writes(): readonly Write[] {
    const writes = [...this.#touched.values()].flatMap((touched): readonly Write[] => {
      const record = this.#newFields(touched);
      return Object.keys(record).length > 0 ? [{ ...touched, record }] : [];
    });
    return writes.sort((one, other) => TYPES.indexOf(one.type) - TYPES.indexOf(other.type));
  }

  #newFields({ type, id, before }: Pick<Write, 'type' | 'id' | 'before'>): JsonObject {
    const after: JsonObject = this.get(type, id) ?? {};
    const isNews = (name: string) =>
      before
        ? !isEqual(before[name] ?? null, after[name] ?? null) && !(isEmpty(before[name]) && isEmpty(after[name]))
        : !isEmpty(after[name]);
    const names = Object.keys(nounOfFound(type).fields).filter(isNews);
    return Object.fromEntries(names.map((name) => [name, after[name] ?? null]));
  }
}
