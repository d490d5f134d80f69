import { describe, expect, test } from 'vitest';
import { contact } from '../domain/contact.ts';
import { compareBy, type Filter, ORDERS } from '../domain/listing.ts';
import { words } from '../domain/search.ts';
import { audition, type OpenStore, openScene, type Scene, song, titles, voyage } from './contract-scene.ts';
import type { ListQuery } from './store.ts';

/** What every store guarantees of its lists. */
export function listContract(open: OpenStore): void {
  describe.each(ORDERS)('in the order %s', (order) => {
    describe.each([false, true])('descending: %s', (descending) => {
      test.each([1, 2, 3, 5, 12, 13, 100])('in pages of %i, each record comes once and in its place', async (limit) => {
        const scene = await openScene(open);
        const records = (await cast(scene)).toSorted(compareBy(contact, order));
        expect(await scene.list({ order, descending, limit })).toEqual(descending ? records.toReversed() : records);
      });

      test('the last page says that it is the last', async () => {
        const scene = await openScene(open);
        await cast(scene);
        const query = { type: 'contacts', order, descending, limit: 12 };
        expect(await scene.store.list(scene.workspace, query)).not.toHaveProperty('next');
      });

      test('a record that comes behind the reader moves no other', async () => {
        const scene = await openScene(open);
        const records = (await cast(scene)).toSorted(compareBy(contact, order));
        const expected = descending ? records.toReversed() : records;
        const behind = descending
          ? { updated_at: '2027-01-01T00:00:00.000Z', next_follow_up: null }
          : { updated_at: '2025-01-01T00:00:00.000Z', next_follow_up: '2025-01-01' };
        let n = 50;
        const listed = await scene.list({ order, descending, limit: 2 }, () => {
          n += descending ? 50 : -1;
          return scene.create(contact, n, behind);
        });
        expect(listed).toEqual(expected);
      });
    });
  });

  test('records that are never due come last, and first where the order is descending', async () => {
    const scene = await openScene(open);
    await scene.create(contact, 1, { name: 'never', next_follow_up: null });
    await scene.create(contact, 2, { name: 'soon', next_follow_up: '2026-03-02' });
    await scene.create(contact, 3, { name: 'one day', next_follow_up: '9999-12-31' });
    expect(titles(contact, await scene.list({ order: 'due' }))).toEqual(['soon', 'one day', 'never']);
    expect(titles(contact, await scene.list({ order: 'due', descending: true }))).toEqual(['never', 'one day', 'soon']);
  });

  test('a noun without a due date is listed in each order, and no span of dates holds any of it', async () => {
    const scene = await openScene(open);
    await scene.create(song, 1, { refrain: 'first' });
    scene.clock.advance(1);
    await scene.create(song, 2, { refrain: 'second' });
    const songs = async (query: Partial<ListQuery>) =>
      titles(song, await scene.list({ type: 'songs', limit: 1, ...query }));
    for (const order of ORDERS) expect(await songs({ order })).toEqual(['first', 'second']);
    expect(await songs({ order: 'due', descending: true })).toEqual(['second', 'first']);
    expect(await songs({ order: 'due', due: {} })).toEqual([]);
    expect(await songs({ words: ['sec'] })).toEqual(['second']);
  });

  test.each([1, 3, 100])('records of other types are passed over, in pages of %i', async (limit) => {
    const scene = await openScene(open);
    for (let n = 1; n <= 15; n++) {
      for (const noun of [audition, contact, voyage]) await scene.create(noun, n);
      if (n % 5 === 0) scene.clock.advance(1);
    }
    for (const order of ORDERS) {
      for (const descending of [false, true]) {
        const listed = titles(contact, await scene.list({ order, descending, limit }));
        const expected = Array.from({ length: 15 }, (_, n) => `name ${n + 1}`);
        expect(listed).toEqual(descending ? expected.toReversed() : expected);
      }
    }
  });

  test('a deleted record leaves the list, and no gap where a page ends', async () => {
    const scene = await openScene(open);
    const records = await cast(scene);
    for (const record of records.filter((_, n) => n % 3 !== 0)) await scene.remove(contact, record);
    for (const order of ORDERS) {
      const expected = records.filter((_, n) => n % 3 === 0).toSorted(compareBy(contact, order));
      expect(await scene.list({ order, limit: 2 })).toEqual(expected);
    }
  });

  describe('with a filter', () => filterContract(open));
}

function filterContract(open: OpenStore): void {
  test.each<[string, Filter, string[]]>([
    ['the beginning of a word', { words: words('zo') }, ['Zoë Müller']],
    ['all words, in whatever order', { words: words('acme zoe') }, ['Zoë Müller']],
    ['no record where one word is missing', { words: words('zoe globex') }, []],
    ['not the middle of a word', { words: words('ller') }, []],
    ['a word without its accents', { words: words('MULLER') }, ['Zoë Müller']],
    ['a character of a script without spaces', { words: words('明') }, ['王小明']],
    ['a word of a tag, of notes, of an address', { words: words('remote') }, ['Zoë Müller', '王小明']],
    ['a choice by its label', { words: words('hiring man') }, ['Bo']],
    ['a value, whatever its case', { values: { company: 'ACME gmbh' } }, ['Zoë Müller', 'Bo']],
    ['no part of a value', { values: { company: 'Acme' } }, []],
    ['a value that a list contains', { values: { tags: 'remote' } }, ['Zoë Müller']],
    ['several values', { values: { company: 'Acme GmbH', kind: 'hiring_manager' } }, ['Bo']],
    ['no record for a value that none has', { values: { status: 'ghosted' } }, []],
    ['dates from', { due: { from: '2026-03-02' } }, ['Bo', '王小明']],
    ['dates to', { due: { to: '2026-03-02' } }, ['Zoë Müller', 'Bo']],
    ['dates between, both included', { due: { from: '2026-03-02', to: '2026-03-02' } }, ['Bo']],
    ['any date', { due: {} }, ['Zoë Müller', 'Bo', '王小明']],
    [
      'everything at once',
      { words: ['a'], values: { company: 'acme gmbh' }, due: { to: '2026-03-01' } },
      ['Zoë Müller'],
    ],
    ['every record where there is no condition', { words: [], values: {} }, ['Zoë Müller', 'Bo', '王小明', 'Eve']],
  ])('finds %s', async (_, filter, expected) => {
    const scene = await openScene(open);
    await searched(scene);
    for (const order of ORDERS) {
      for (const limit of [1, 10]) {
        const listed = titles(contact, await scene.list({ ...filter, order, limit }));
        expect(listed).toEqual(expected);
      }
    }
  });

  test('finds an edited record by what it holds now', async () => {
    const scene = await openScene(open);
    await scene.edit(contact, await scene.create(contact, 1, { company: 'Acme' }), { company: 'Globex' });
    expect(await scene.list({ words: ['acme'] })).toEqual([]);
    expect(await scene.list({ values: { company: 'acme' } })).toEqual([]);
    expect(await scene.list({ words: ['globex'], values: { company: 'globex' } })).toHaveLength(1);
  });

  test('finds records of a made-up noun by its made-up fields', async () => {
    const scene = await openScene(open);
    await scene.create(audition, 1, { piece: 'Erda', voice: 'alto', is_open: true, takes_place: '2026-05-01' });
    await scene.create(audition, 2, { piece: 'Sarastro', voice: 'bass', takes_place: '2026-04-01' });
    await scene.create(voyage, 3, { port: 'Lisbon', crew: ['Ann', 'Bob'] });
    const auditions = async (filter: Filter) => titles(audition, await scene.list({ type: 'auditions', ...filter }));
    expect(await auditions({ words: ['profondo'] })).toEqual(['Sarastro']);
    expect(await auditions({ values: { voice: 'alto' } })).toEqual(['Erda']);
    expect(await auditions({ values: { is_open: 'true' } })).toEqual(['Erda']);
    expect(await auditions({ values: { is_open: 'false' } })).toEqual(['Sarastro']);
    expect(await auditions({ due: { to: '2026-04-30' } })).toEqual(['Sarastro']);
    expect(await scene.list({ type: 'voyages', values: { crew: 'bob' } })).toHaveLength(1);
  });
}

/** Twelve contacts, of which several share an instant or a date, and some have none. */
async function cast(scene: Scene) {
  const records = [];
  for (let n = 0; n < 12; n++) {
    const day = [5, 3, null, 9][n % 4];
    records.push(await scene.create(contact, 60 + ((n * 7) % 12), { next_follow_up: day ? `2026-03-0${day}` : null }));
    if (n % 3 === 2) scene.clock.advance(1000);
  }
  return records;
}

async function searched(scene: Scene): Promise<void> {
  const acme = { company: 'Acme GmbH' };
  await scene.create(contact, 1, {
    name: 'Zoë Müller',
    ...acme,
    tags: ['remote', 'Ärzte'],
    next_follow_up: '2026-03-01',
  });
  scene.clock.advance(1);
  await scene.create(contact, 2, { name: 'Bo', ...acme, kind: 'hiring_manager', next_follow_up: '2026-03-02' });
  scene.clock.advance(1);
  await scene.create(contact, 3, {
    name: '王小明',
    notes: 'Works, he says, “remotely”.',
    next_follow_up: '2026-03-03',
  });
  scene.clock.advance(1);
  await scene.create(contact, 4, { name: 'Eve', email: 'eve@example.org' });
}
