import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { required, text } from '../domain/field.ts';
import { type AnyRecord, defineNoun, type Noun } from '../domain/noun.ts';
import type { Store } from './store.ts';
import type { Wake, Wakes } from './wakes.ts';

/** A made-up noun that a clock looks at, and one at which it never does. */
export const alarm = defineNoun({
  type: 'alarms',
  singular: 'alarm',
  idField: 'alarm_id',
  titleField: 'rings_at',
  fields: { rings_at: required(text({ label: 'Rings at', maxLength: 30 })) },
  wakesAt: ({ rings_at }) => (rings_at === 'never' ? null : String(rings_at)),
});
const { wakesAt: _, ...asleep } = alarm;
const song = defineNoun({ ...asleep, type: 'songs' });

const WRITTEN = '2026-02-01T00:00:00.000Z';
const EARLY = '2026-03-01T07:30:00.000Z';
const LATE = '2026-03-05T07:30:00.000Z';
const END = '2027-01-01T00:00:00.000Z';

export type OpenWakes = (
  nouns: readonly Noun[],
  now: () => Date,
) => Promise<{ readonly store: Store; readonly wakes: Wakes }>;

/** What every keeper of wakes guarantees, beside the store that writes the records. */
export function wakesContract(name: string, open: OpenWakes): void {
  describe(`wakes, kept by ${name}`, () => {
    test('a record is there from its time on, in whichever workspace, and one that never is to be looked at is not', async () => {
      const { write, due } = await scene();
      const [one, other] = [await write(EARLY), await write(LATE)];
      await write('never');
      await write(EARLY, { noun: song });
      expect(await due('2026-03-01T07:29:59.999Z')).toEqual([]);
      expect(await due(EARLY)).toEqual([one]);
      expect(await due(END)).toEqual(sorted([one, other]));
    });

    test('one that was looked at comes again when that was said, with its record and its changes untouched', async () => {
      const { write, due, wakes, store } = await scene();
      const wake = await write(EARLY);
      const { changed } = await store.changes(wake.workspace, null, 10);
      expect(await wakes.settle(wake, LATE)).toBe(true);
      expect(await due('2026-03-05T07:29:59.999Z')).toEqual([]);
      expect(await due(LATE)).toEqual([{ ...wake, at: LATE }]);
      expect(await store.get(wake.workspace, [wake])).toMatchObject([{ version: 1, rings_at: EARLY }]);
      expect(await store.changes(wake.workspace, null, 10)).toMatchObject({ changed });
    });

    test('one that is done with comes never again, until its record is written', async () => {
      const { write, due, wakes } = await scene();
      const wake = await write(EARLY);
      expect(await wakes.settle(wake, null)).toBe(true);
      expect(await due(END)).toEqual([]);
      expect(await wakes.settle(wake, null)).toBe(false);
      expect(await due(END)).toEqual([]);
      const again = await write(LATE, { as: wake, version: 2 });
      expect(await due(END)).toEqual([again]);
    });

    test('a write while it is looked at says it anew: the look before it settles nothing', async () => {
      const { write, due, wakes } = await scene();
      const wake = await write(EARLY);
      const later = await write(LATE, { as: wake, version: 2 });
      expect(await wakes.settle(wake, null)).toBe(false);
      expect(await wakes.settle(wake, END)).toBe(false);
      expect(await due(END)).toEqual([later]);
    });

    test('a write that was refused leaves it as it is', async () => {
      const { write, due } = await scene();
      const wake = await write(EARLY);
      await write(LATE, { as: wake, version: 2 });
      await expect(write('never', { as: wake, version: 2 })).rejects.toThrow('first');
      expect(await due(END)).toEqual([{ ...wake, at: LATE }]);
    });

    test('an edit may take it away', async () => {
      const { write, due, wakes } = await scene();
      const wake = await write(EARLY);
      await write('never', { as: wake, version: 2 });
      expect(await wakes.settle(wake, LATE)).toBe(false);
      expect(await due(END)).toEqual([]);
    });

    test('nobody looks at a deleted record, and restored it is looked at again', async () => {
      const { write, due, wakes } = await scene();
      const wake = await write(EARLY);
      await write(EARLY, { as: wake, version: 2, deleted_at: WRITTEN });
      expect(await due(END)).toEqual([]);
      expect(await wakes.settle(wake, LATE)).toBe(false);
      expect(await due(END)).toEqual([]);
      await write(EARLY, { as: wake, version: 3 });
      expect(await due(END)).toEqual([wake]);
    });

    test('settling brings nothing back that is gone', async () => {
      const { write, due, wakes, store } = await scene();
      const gone = { ...(await write('never')), id: v7(), at: EARLY };
      expect(await wakes.settle(gone, LATE)).toBe(false);
      expect(await due(END)).toEqual([]);
      expect(await store.get(gone.workspace, [gone])).toEqual([undefined]);
    });

    test('hundreds at one minute all come once, also where each is settled as it comes', async () => {
      const { write, due, wakes, pages } = await scene();
      const workspace = v7();
      const all: Wake[] = [];
      while (all.length < 450) {
        const some = Array.from({ length: 10 }, () => write(EARLY, { as: { workspace, id: v7() } }));
        all.push(...(await Promise.all(some)));
      }
      expect(await due(EARLY)).toEqual(sorted(all));
      const seen: Wake[] = [];
      for await (const page of pages(END)) {
        seen.push(...page);
        for (const [n, wake] of page.entries()) await wakes.settle(wake, n % 2 ? null : EARLY);
      }
      expect(sorted(seen)).toEqual(sorted(all));
      expect(seen).toHaveLength(450);
    });

    test('one that is due again at once does not keep a round from its end', async () => {
      const { write, wakes, pages } = await scene();
      await write(EARLY);
      let looks = 0;
      for await (const page of pages(LATE)) {
        for (const wake of page) {
          looks++;
          await wakes.settle(wake, wake.at === EARLY ? LATE : EARLY);
        }
      }
      expect(looks).toBeLessThan(3);
    });
  });

  async function scene() {
    const { store, wakes } = await open([alarm, song], () => new Date(WRITTEN));
    // Others may have written into the same store.
    const workspaces = new Set<string>();
    return { store, wakes, write, due, pages };

    /** @returns how it is to be found where it wakes */
    async function write(rings_at: string, options: Writing = {}): Promise<Wake> {
      const { noun = alarm, as, version = 1, deleted_at = null } = options;
      const { workspace, id } = as ?? { workspace: v7(), id: v7() };
      workspaces.add(workspace);
      const server = { created_at: WRITTEN, updated_at: WRITTEN, version, deleted_at };
      const record: AnyRecord = { alarm_id: id, rings_at, ...server };
      const isKept = await store.put(workspace, { type: noun.type, id, record }, version - 1);
      if (!isKept) throw new Error('Another write came first.');
      return { workspace, type: noun.type, id, at: rings_at };
    }

    async function due(until: string): Promise<readonly Wake[]> {
      const all: Wake[] = [];
      for await (const page of pages(until)) all.push(...page);
      return sorted(all);
    }

    async function* pages(until: string): AsyncGenerator<readonly Wake[]> {
      for await (const page of wakes.due(until)) yield page.filter(({ workspace }) => workspaces.has(workspace));
    }
  }
}

interface Writing {
  readonly noun?: Pick<Noun, 'type'>;
  readonly as?: Pick<Wake, 'workspace' | 'id'>;
  readonly version?: number;
  readonly deleted_at?: string | null;
}

/** Of the order only a part is promised. */
function sorted(wakes: readonly Wake[]): readonly Wake[] {
  return [...wakes].sort((one, other) => (one.id < other.id ? -1 : 1));
}
