import { v7 } from 'uuid';
import { apply, type Context, type Operation } from '../../domain/changes.ts';
import type { CalendarDate, Instant } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type AnyRecord, type Noun, nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';

/** One change of the story, on a day and at a minute of it. Later ones of the same minute come later. */
export interface Event {
  readonly on: CalendarDate;
  readonly minute: number;
  readonly noun: Noun;
  /** By what the story itself knows the record. */
  readonly key: string;
  readonly op: 'create' | 'edit';
  /** The fields; other records are named by the ids of their keys. */
  readonly record: (idOf: (key: string) => string) => JsonObject;
}

/** The records of a story by type, each in the order in which it was created. */
export type Told = ReadonlyMap<string, readonly AnyRecord[]>;

/**
 * Makes all changes in their order, each at its time, by the functions that make those of a person; so histories,
 * versions and what an interaction means for others are as they would be.
 *
 * @param until no change is made after it
 * @param random by which ids differ; the same numbers give the same ids
 * @throws Error where a change of the story is not valid
 */
export function makeHappen(events: readonly Event[], until: Instant, random: () => number): Told {
  const ordered = events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.minute - b.minute));
  const times = timesOf(ordered, until);
  const ids = idsOf(ordered, times, random);
  const ledger = new Ledger();
  for (const [place, { noun, key, op, record, on }] of ordered.entries()) {
    const context = { id: idIn(ids, key), now: new Date(times[place] ?? 0).toISOString() };
    ledger.change(noun, { op, record: record((name) => idIn(ids, name)), on }, context);
  }
  return ledger.told();
}

/** Distinct instants in order, none of them after the end: what is told as later today happened just now. */
function timesOf(events: readonly Event[], until: Instant): readonly number[] {
  let next = Date.parse(until);
  return events
    .map(({ on, minute }) => Date.parse(on) + minute * 60_000)
    .reverse()
    .map((at) => {
      next = Math.min(at, next - 1);
      return next;
    })
    .reverse();
}

function idsOf(events: readonly Event[], times: readonly number[], random: () => number): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [place, { op, key }] of events.entries()) {
    if (op === 'create') ids.set(key, v7({ msecs: times[place] ?? 0, random: bytesOf(random), seq: 0 }));
  }
  return ids;
}

function bytesOf(random: () => number): Uint8Array {
  return Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256));
}

/** The records as they stand while the story goes on. */
class Ledger {
  readonly #kept = new Map<string, Map<string, AnyRecord>>(NOUNS.map(({ type }) => [type, new Map()]));

  change(noun: Noun, operation: Operation, context: Context): void {
    const outcome = apply(noun, this.#of(noun.type).get(context.id), operation, context);
    if ('problem' in outcome) throw new Error(`${noun.singular}: ${JSON.stringify(outcome.problem)}`);
    this.#of(noun.type).set(context.id, outcome.record);
    for (const { type, id, edit } of noun.effects?.(outcome.record) ?? []) {
      const standing = this.#of(type).get(id);
      const asked = standing && edit(standing);
      if (asked) this.change(nounOf(NOUNS, type), { op: 'edit', ...asked }, { ...context, id });
    }
  }

  told(): Told {
    return new Map([...this.#kept].map(([type, records]) => [type, [...records.values()]]));
  }

  #of(type: string): Map<string, AnyRecord> {
    const records = this.#kept.get(type);
    if (!records) throw new Error(`The story has no ${type}.`);
    return records;
  }
}

function idIn(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The story does not create ${key}.`);
  return id;
}
