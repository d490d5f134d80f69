import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { found, Shop } from '../../../test/import-scene.ts';
import { NO_CHOICES } from './choices.ts';
import { partsOf } from './parts.ts';

const DYNAMODB_ITEM = 400 * 1024;
const REQUEST = 1_000_000;

test('a part with its record fits in one batch, one request and one item, however long the texts are', () => {
  const shop = new Shop();
  const long = '長'.repeat(19_000);
  const people = Array.from({ length: 150 }, (_, place) => ({ name: `Person ${place}`, email: `p${place}@x.example` }));
  shop.apply(shop.plan(people.map((fields, place) => found('contacts', place, { ...fields, notes: long }))));
  const again = people.map((fields, place) => found('contacts', place, { ...fields, notes: 'New' }));
  const parts = partsOf(shop.plan(again, NO_CHOICES), { newId: v7, name: 'long.csv', format: 'csv' });
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
  expect(parts.flatMap(({ operations }) => operations)).toHaveLength(150);
  for (const [place, { record, operations }] of parts.entries()) {
    const next = parts[place + 1]?.record;
    expect(operations.length).toBeLessThanOrEqual(99);
    expect(bytes(record.record)).toBeLessThan(DYNAMODB_ITEM);
    expect(bytes({ operations: [...operations, next] })).toBeLessThan(REQUEST);
  }
});

test('its record is one that is taken, whatever the files are called and however many kinds they are of', () => {
  const shop = new Shop();
  const plan = shop.plan([found('contacts', 2, { name: 'Ann', email: 'ann@x.example' })]);
  const [part] = partsOf(plan, { newId: v7, name: `${'x'.repeat(299)}😀.csv\0`, format: 'google_csv, '.repeat(9) });
  if (part) shop.do(part.record);
  expect(shop.of('imports')).toMatchObject([{ part: 1, format: 'google_csv, google_csv, google_csv, google_csv, go' }]);
});

test('10,000 people against 10,000 that stand take no more than moments', () => {
  const people = (from: number) =>
    Array.from({ length: 10_000 }, (_, place) => {
      const n = from + place;
      const company = `Company ${n % 500} AG`;
      return found('contacts', n, {
        name: `Person ${n}`,
        email: `p${n}@x.example`,
        phone: `+41 79 ${1_000_000 + n}`,
        company,
      });
    });
  const shop = new Shop();
  shop.apply(shop.plan(people(0)));
  const start = process.cpuUsage();
  const { rows } = shop.plan(people(5000));
  const { user } = process.cpuUsage(start);
  expect(rows.filter(({ action }) => action === 'create')).toHaveLength(5000);
  // 0.8 s where it was measured; a loop over all for each would take minutes.
  expect(user / 1e6).toBeLessThan(5);
}, 60_000);
