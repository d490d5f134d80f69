import { keyOf } from './change.ts';
import { BEGINNING } from './local-store.ts';
import { changeOf, conflictOf, fieldsOf, type Place, same, storedOf, versionsOf } from './local-store-scene.ts';

/** What every local store guarantees, each by its name. A case fails by throwing; it needs nothing of its surroundings. */
export const CONTRACT: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'what is new is empty, and at the beginning': async ({ open }) => {
    const store = await open();
    same(await store.read(BEGINNING), { ...BEGINNING, records: [], outbox: [], conflicts: [], cursor: null });
  },

  'gives back exactly what it was given': async ({ open }) => {
    const store = await open();
    const stored = storedOf('ann', 1, '<b>王小明</b> “O’Brien” e\u0301 👩🏽‍💻 שלום');
    const odd = { numbers: [0, -1, 0.1], flags: [true, false], nested: { empty: {}, list: [[null]] }, '': '' };
    const change = { ...changeOf('ann', 'c1'), seen: odd };
    await store.append([change]);
    const conflict = conflictOf('ann', 'tags', 'c1', ['a', 'ä']);
    const kept = await store.commit({ records: [stored], conflicts: [conflict] }, BEGINNING);
    same(
      kept.records.map(({ type, id, record }) => ({ type, id, record })),
      [stored],
    );
    same(
      kept.outbox.map(({ place: _, ...rest }) => rest),
      [change],
    );
    same(kept.conflicts, [conflict]);
  },

  'changes stand in the order in which they were made, each at a later place': async ({ open }) => {
    const store = await open();
    const first = await store.append([changeOf('ben', 'c1'), changeOf('ann', 'c2')]);
    const second = await store.append([changeOf('ann', 'c3')]);
    const placed = [...first, ...second];
    same(placed.map(idOf), ['c1', 'c2', 'c3']);
    const places = placed.map(({ place = 0 }) => place);
    same(places, [...new Set(places)].sort(ascending));
    same((await store.read(BEGINNING)).outbox, placed);
  },

  'changes that two tabs make at once have a place each': async ({ open }) => {
    const [one, other] = [await open(), await open()];
    const made = await Promise.all([
      one.append([changeOf('ann', 'c1'), changeOf('ann', 'c2')]),
      other.append([changeOf('ben', 'c3')]),
    ]);
    same(new Set(made.flat().map(({ place }) => place)).size, 3);
    same((await other.read(BEGINNING)).outbox.map(idOf).sort(), ['c1', 'c2', 'c3']);
  },

  'a place is never given again': async ({ open }) => {
    const store = await open();
    const settled = await store.append([changeOf('ann', 'c1')]);
    await store.commit({ settled }, BEGINNING);
    const [next] = await store.append([changeOf('ann', 'c2')]);
    same((next?.place ?? 0) > (settled[0]?.place ?? 0), true);
    // Another tab may settle it once more.
    same((await store.commit({ settled }, BEGINNING)).outbox.map(idOf), ['c2']);
  },

  'what is settled leaves the outbox, and nothing else does': async ({ open }) => {
    const store = await open();
    const [one, two, three] = await store.append([changeOf('a', 'c1'), changeOf('b', 'c2'), changeOf('c', 'c3')]);
    if (!one || !two || !three) throw new Error('A change has no place.');
    same((await store.commit({ settled: [one, three] }, BEGINNING)).outbox, [two]);
    same((await store.commit({ settled: [changeOf('b', 'c2')] }, BEGINNING)).outbox, [two]);
  },

  'a change that is revised keeps its place; one that has left meanwhile is not put back': async ({ open }) => {
    const [store, other] = [await open(), await open()];
    const [one, two] = await store.append([changeOf('ann', 'c1'), changeOf('ben', 'c2')]);
    if (!one || !two) throw new Error('A change has no place.');
    await other.commit({ settled: [two] }, BEGINNING);
    const refused = { code: 'deleted', detail: 'No.', errors: [] };
    const revised = [{ ...one, refused }, { ...two, refused }, changeOf('cleo', 'c3')];
    same((await store.commit({ revised }, BEGINNING)).outbox, [{ ...one, refused }]);
  },

  'a record is replaced by a newer one only': async ({ open }) => {
    const store = await open();
    await store.commit({ records: [storedOf('ann', 2, 'two'), storedOf('ben', 1)] }, BEGINNING);
    const passedOver = [storedOf('ann', 1, 'one'), storedOf('ben', 1, 'same')];
    const kept = await store.commit({ records: [...passedOver, storedOf('cleo', 5)] }, BEGINNING);
    same(versionsOf(kept.records), ['ann 2', 'ben 1', 'cleo 5']);
    same(kept.records.map(({ record }) => record.name).sort(), ['ben', 'cleo', 'two']);
  },

  'of two versions of a record in one commit the newer is kept': async ({ open }) => {
    const store = await open();
    const records = [storedOf('ann', 3), storedOf('ann', 2), storedOf('ben', 1), storedOf('ben', 4)];
    same(versionsOf((await store.commit({ records }, BEGINNING)).records), ['ann 3', 'ben 4']);
  },

  'records of different types may share an id': async ({ open }) => {
    const store = await open();
    const view = { ...storedOf('ann', 7), type: 'views' };
    const { records } = await store.commit({ records: [storedOf('ann', 1), view] }, BEGINNING);
    same(records.map(keyOf).sort(), ['contacts/ann', 'views/ann']);
  },

  'each commit is one more, also an empty one, and tells what is new since a mark with itself': async ({ open }) => {
    const [one, other] = [await open(), await open()];
    const mark = await one.commit({ records: [storedOf('ann', 1), storedOf('ben', 1)] }, BEGINNING);
    const theirs = await other.commit({ records: [storedOf('cleo', 1)] }, BEGINNING);
    same([mark.generation, theirs.generation], [1, 2]);
    const mine = await one.commit({ records: [storedOf('ann', 2), storedOf('ben', 1)] }, mark);
    same([mine.generation, versionsOf(mine.records)], [3, ['ann 2', 'cleo 1']]);
    const empty = await one.commit({}, mine);
    same([empty.generation, empty.records], [4, []]);
    same(versionsOf((await other.read(theirs)).records), ['ann 2']);
    same(versionsOf((await other.read(BEGINNING)).records), ['ann 2', 'ben 1', 'cleo 1']);
  },

  'to read is no commit': async ({ open }) => {
    const store = await open();
    const mark = await store.commit({ records: [storedOf('ann', 1)] }, BEGINNING);
    same(await store.read(mark), { ...mark, records: [] });
    same(await store.read(mark), { ...mark, records: [] });
  },

  'to begin anew forgets all other records, whatever their versions, and nothing else': async ({ open }) => {
    const [store, other] = [await open(), await open()];
    const outbox = await store.append([changeOf('ann', 'c1')]);
    const before = { records: [storedOf('ann', 9), storedOf('ben', 1)], cursor: { at: 'x', isWhole: true } };
    const mark = await store.commit({ ...before, conflicts: [conflictOf('ann', 'name', 'c1')] }, BEGINNING);
    const kept = await store.commit({ isAnew: true, records: [storedOf('ann', 2), storedOf('cleo', 1)] }, mark);
    same([kept.epoch, versionsOf(kept.records)], [mark.epoch + 1, ['ann 2', 'cleo 1']]);
    same([kept.outbox, fieldsOf(kept.conflicts), kept.cursor], [outbox, ['ann name c1'], before.cursor]);
    // A tab that knows the epoch before reads all; one that knows this one reads what is new.
    same(versionsOf((await other.read(mark)).records), ['ann 2', 'cleo 1']);
    same((await other.read(kept)).records, []);
  },

  'the cursor stays where a commit has none': async ({ open }) => {
    const store = await open();
    await store.commit({ cursor: { at: 'a', isWhole: false } }, BEGINNING);
    same((await store.commit({ records: [storedOf('ann', 1)] }, BEGINNING)).cursor, { at: 'a', isWhole: false });
    same((await store.commit({ cursor: { at: 'b', isWhole: true } }, BEGINNING)).cursor, { at: 'b', isWhole: true });
  },

  'a conflict is one of its record, its field and its change, until it is resolved': async ({ open }) => {
    const store = await open();
    const [name, phone, later] = [
      conflictOf('ann', 'name', 'c1'),
      conflictOf('ann', 'phone', 'c1'),
      conflictOf('ann', 'name', 'c2'),
    ];
    await store.commit({ conflicts: [name, phone, later] }, BEGINNING);
    const again = conflictOf('ann', 'name', 'c1', 'newer');
    const kept = await store.commit(
      { conflicts: [again], resolved: [phone, conflictOf('ben', 'name', 'c1')] },
      BEGINNING,
    );
    same(fieldsOf(kept.conflicts), ['ann name c1', 'ann name c2']);
    same(kept.conflicts.find(({ change_id }) => change_id === 'c1')?.theirs, 'newer');
  },

  'thousands of records are read whole, once each': async ({ open }) => {
    const store = await open();
    for (const count of [999, 1000, 1001, 2000, 2001]) {
      const records = Array.from({ length: count }, (_, n) => storedOf(`${n}`, 1));
      await store.commit({ isAnew: true, records }, BEGINNING);
      const read = (await store.read(BEGINNING)).records;
      same([read.length, new Set(read.map(({ id }) => id)).size], [count, count]);
    }
  },

  'what one store kept another finds, also after the first was closed': async ({ open }) => {
    const first = await open();
    const outbox = await first.append([changeOf('ann', 'c1')]);
    const mark = await first.commit({ records: [storedOf('ann', 1)], cursor: { at: 'a', isWhole: true } }, BEGINNING);
    first.close();
    const next = await open();
    same(await next.read(BEGINNING), mark);
    const [later] = await next.append([changeOf('ann', 'c2')]);
    same((later?.place ?? 0) > (outbox[0]?.place ?? 0), true);
  },
};

function idOf({ change_id }: { readonly change_id: string }): string {
  return change_id;
}

function ascending(one: number, other: number): number {
  return one - other;
}
