import { expect, onTestFinished } from 'vitest';
import { contact } from '../domain/contact.ts';
import { choice, date, flag, required, tags, text } from '../domain/field.ts';
import { type AnyRecord, defineNoun, idOf, type Noun } from '../domain/noun.ts';
import type { Changes, ListQuery, Position, Ref, Store, Stored } from './store.ts';

/** Made-up nouns, before and after `contacts`, one of them never due: a store derives all it needs from a noun. */
export const audition = defineNoun({
  type: 'auditions',
  singular: 'audition',
  idField: 'audition_id',
  titleField: 'piece',
  dueField: 'takes_place',
  fields: {
    piece: required(text({ label: 'Piece', maxLength: 100 })),
    takes_place: date({ label: 'Takes place' }),
    voice: choice({ label: 'Voice', filter: 'voice', choices: { alto: 'Contralto', bass: 'Basso profondo' } }),
    is_open: flag({ label: 'Open to all', filter: 'open' }),
  },
});
export const voyage = defineNoun({
  type: 'voyages',
  singular: 'voyage',
  idField: 'voyage_id',
  titleField: 'port',
  dueField: 'sails',
  fields: {
    port: required(text({ label: 'Port', maxLength: 100 })),
    sails: date({ label: 'Sails' }),
    crew: tags({ label: 'Crew', filter: 'sailor' }),
  },
});

export const song = defineNoun({
  type: 'songs',
  singular: 'song',
  idField: 'song_id',
  titleField: 'refrain',
  fields: { refrain: required(text({ label: 'Refrain', maxLength: 100 })) },
});

export type OpenStore = (options: { nouns: readonly Noun[]; now: () => Date }) => Store | Promise<Store>;

let workspaces = 0;

/** A store whose clock stands still until it is moved, and a workspace in it that no other test uses. */
export async function openScene(open: OpenStore): Promise<Scene> {
  const clock = stoppedClock();
  const store = await open({ nouns: [audition, contact, song, voyage], now: clock.now });
  onTestFinished(() => store.close());
  workspaces += 1;
  return new Scene(store, `workspace-${workspaces}.`, clock);
}

export interface Clock {
  now(): Date;
  instant(): string;
  advance(ms: number): void;
}

export function stoppedClock(): Clock {
  let at = Date.parse('2026-03-01T09:00:00.000Z');
  return {
    now: () => new Date(at),
    instant: () => new Date(at).toISOString(),
    advance: (ms) => {
      at += ms;
    },
  };
}

export const DAY_MS = 86_400_000;

/** Writes and reads as the layer above a store does. */
export class Scene {
  readonly store: Store;
  readonly workspace: string;
  readonly clock: Clock;

  constructor(store: Store, workspace: string, clock: Clock) {
    this.store = store;
    this.workspace = workspace;
    this.clock = clock;
  }

  async create(noun: Noun, n: number, fields: object = {}): Promise<AnyRecord> {
    const record = newRecord(noun, n, this.clock.instant(), fields);
    expect(await this.put(noun, record, 0)).toBe(true);
    return record;
  }

  /** Writes the next version of a record, stamped now. */
  async edit(noun: Noun, current: AnyRecord, fields: object): Promise<AnyRecord> {
    const record = { ...current, updated_at: this.clock.instant(), version: current.version + 1, ...fields };
    expect(await this.put(noun, record, current.version)).toBe(true);
    return record;
  }

  remove(noun: Noun, current: AnyRecord): Promise<AnyRecord> {
    return this.edit(noun, current, { deleted_at: this.clock.instant() });
  }

  put(noun: Noun, record: AnyRecord, ifVersion: number): Promise<boolean> {
    return this.store.put(this.workspace, stored(noun, record), ifVersion);
  }

  get(...refs: Ref[]): Promise<readonly (AnyRecord | undefined)[]> {
    return this.store.get(this.workspace, refs);
  }

  /** All pages of a list, one after the other; `between` is called between two. */
  async list(query: Partial<ListQuery>, between: () => Promise<unknown> = async () => {}): Promise<AnyRecord[]> {
    const records: AnyRecord[] = [];
    let after: Position | undefined;
    do {
      if (after) await between();
      const page = await this.store.list(this.workspace, { ...ALL_CONTACTS, ...query, after });
      expect(page.records.length).toBeLessThanOrEqual(query.limit ?? ALL_CONTACTS.limit);
      records.push(...page.records);
      after = page.next;
    } while (after);
    return records;
  }

  changes(since: string | null, limit = 100): Promise<Changes> {
    return this.store.changes(this.workspace, since, limit);
  }

  /** Reads until there is no more, as every reader does. */
  async readChanges(since: string | null, limit = 100): Promise<{ changed: Stored[]; position: string }> {
    const changed: Stored[] = [];
    for (let position = since; ; ) {
      const page = await this.changes(position, limit);
      expect(page.changed.length).toBeLessThanOrEqual(limit);
      changed.push(...page.changed);
      position = page.position;
      if (!page.more) return { changed, position };
    }
  }
}

const ALL_CONTACTS = { type: 'contacts', order: 'created', descending: false, limit: 100 } as const;

export function newRecord(noun: Noun, n: number, instant: string, fields: object = {}): AnyRecord {
  const empty = Object.entries(noun.fields).map(([name, { empty, required }]) => [
    name,
    required ? `${name} ${n}` : empty,
  ]);
  return {
    [noun.idField]: idNumber(n),
    ...Object.fromEntries(empty),
    created_at: instant,
    updated_at: instant,
    version: 1,
    deleted_at: null,
    recent_changes: [],
    ...fields,
  };
}

/** UUIDs in the order of their numbers, as version 7 has them in the order of time. */
export function idNumber(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export function stored(noun: Noun, record: AnyRecord): Stored {
  return { ...refTo(noun, record), record };
}

export function refTo(noun: Noun, record: AnyRecord): Ref {
  return { type: noun.type, id: idOf(noun, record) };
}

/** The title of each record, which tells them apart in a test. */
export function titles(noun: Noun, records: readonly AnyRecord[]): unknown[] {
  return records.map((record) => record[noun.titleField]);
}
