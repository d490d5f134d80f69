import { expect, test } from 'vitest';
import { contact } from '../domain/contact.ts';
import {
  audition,
  DAY_MS,
  newRecord,
  type OpenStore,
  openScene,
  type Scene,
  stored,
  voyage,
} from './contract-scene.ts';
import { UnknownPosition } from './store.ts';

/** What every store guarantees of its changes. */
export function changesContract(open: OpenStore): void {
  test('from the beginning: every record of every type, tombstones included, in the order of the changes', async () => {
    const scene = await openScene(open);
    const first = await scene.create(contact, 1);
    scene.clock.advance(1);
    const second = await scene.create(voyage, 2);
    scene.clock.advance(1);
    const third = await scene.create(audition, 3);
    scene.clock.advance(1);
    const removed = await scene.remove(contact, first);
    const { changed } = await scene.readChanges(null);
    expect(changed).toEqual([stored(voyage, second), stored(audition, third), stored(contact, removed)]);
  });

  test('from a position: what came since, an edited record once and at its newest version', async () => {
    const scene = await openScene(open);
    let record = await scene.create(contact, 1);
    const { position } = await scene.readChanges(null);
    scene.clock.advance(DAY_MS);
    await scene.create(contact, 2);
    record = await scene.edit(contact, record, { name: 'newer' });
    record = await scene.edit(contact, record, { name: 'newest' });
    const { changed } = await scene.readChanges(position);
    expect(changed.filter(({ id }) => id === record.contact_id)).toEqual([stored(contact, record)]);
    expect(changed).toHaveLength(2);
  });

  test('of an empty workspace: none, and the position serves later', async () => {
    const scene = await openScene(open);
    const { changed, position, more } = await scene.changes(null);
    expect({ changed, more }).toEqual({ changed: [], more: false });
    scene.clock.advance(DAY_MS);
    const record = await scene.create(contact, 1);
    expect((await scene.readChanges(position)).changed).toEqual([stored(contact, record)]);
  });

  test('where nothing happens any more: none are given again for ever', async () => {
    const scene = await openScene(open);
    for (let n = 1; n <= 5; n++) await scene.create(contact, n);
    let { position } = await scene.readChanges(null);
    for (let poll = 0; poll < 3; poll++) {
      scene.clock.advance(DAY_MS);
      ({ position } = await scene.readChanges(position));
    }
    expect((await scene.changes(position)).changed).toEqual([]);
  });

  test.each([1, 2, 4, 5, 6])('in pages of %i: every record, and an end', async (limit) => {
    const scene = await openScene(open);
    for (let n = 1; n <= 5; n++) await scene.create(contact, n);
    const { changed, position } = await scene.readChanges(null, limit);
    expect(names(changed)).toEqual(['name 1', 'name 2', 'name 3', 'name 4', 'name 5']);
    expect((await scene.changes(null, 5)).more).toBe(false);
    expect((await scene.changes(null, 4)).more).toBe(true);
    await scene.readChanges(position, limit);
  });

  test('a reader who polls while more is written at one instant than a page holds still comes to an end', async () => {
    const scene = await openScene(open);
    const seen = new Set<unknown>();
    let position: string | null = null;
    for (let n = 1; n <= 30; n += 3) {
      for (const one of [n, n + 1, n + 2]) await scene.create(contact, one);
      const reading = await scene.readChanges(position, 2);
      for (const name of names(reading.changed)) seen.add(name);
      position = reading.position;
    }
    expect(seen.size).toBe(30);
  });

  test('nothing is lost when records are written, edited and removed between pages', async () => {
    const scene = await openScene(open);
    const records = await Promise.all(Array.from({ length: 9 }, (_, n) => scene.create(contact, n)));
    const replica = new Map<string, unknown>();
    let position: string | null = null;
    for (let n = 0, more = true; more; n++) {
      const page = await scene.changes(position, 2);
      for (const { id, record } of page.changed) replica.set(id, record);
      ({ position, more } = page);
      await writeSome(scene, records, n);
    }
    for (const { id, record } of (await scene.readChanges(position)).changed) replica.set(id, record);
    const standing = (await scene.readChanges(null)).changed.map(({ id, record }) => [id, record] as const);
    expect(replica).toEqual(new Map(standing));
  });

  test.each([
    ['where the reading ended', 2],
    ['in the middle of a reading', 1],
  ])('a slow write is not lost, stamped before what a reader saw and kept after it: %s', async (_, limit) => {
    const scene = await openScene(open);
    const stamp = scene.clock.instant();
    scene.clock.advance(20_000);
    for (let n = 1; n <= 2; n++) await scene.create(contact, n);
    const { position } = await scene.changes(null, limit);
    expect(await scene.put(contact, newRecord(contact, 3, stamp), 0)).toBe(true);
    scene.clock.advance(600_000);
    const rest = await scene.readChanges(position);
    const later = await scene.readChanges(rest.position);
    expect(names([...rest.changed, ...later.changed])).toContain('name 3');
  });

  test('of long records: all of them, in as many pages as it takes', async () => {
    const scene = await openScene(open);
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    await Promise.all(numbers.map((n) => scene.create(contact, n, { notes: 'n'.repeat(20_000) })));
    expect((await scene.readChanges(null)).changed).toHaveLength(60);
  });

  test.each(['', 'x', 'null', '-1', '9'.repeat(40), '{"a":1}', '2026-03-01', "' OR 1=1 --", '\0'])(
    'a position that no store made is refused: %j',
    async (position) => {
      const scene = await openScene(open);
      await expect(scene.changes(position)).rejects.toBeInstanceOf(UnknownPosition);
    },
  );
}

/** One edit, one removal and one creation, for the first few pages. */
async function writeSome(scene: Scene, records: readonly ReturnType<typeof newRecord>[], page: number): Promise<void> {
  const [edited, removed] = records.slice(page * 2);
  if (!edited || !removed || page > 2) return;
  scene.clock.advance(1);
  await scene.edit(contact, edited, { name: `edited ${page}` });
  await scene.remove(contact, removed);
  await scene.create(contact, 100 + page);
}

function names(changed: readonly { record: Readonly<Record<string, unknown>> }[]): unknown[] {
  return changed.map(({ record }) => record.name);
}
