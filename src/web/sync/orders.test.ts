import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { choice, date, dateTime, text } from '../../domain/field.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { Entry } from './order.ts';
import { Orders, type Sort } from './orders.ts';
import { keyComparer, sortKey } from './sort-key.ts';
import { person } from './stand-ins.ts';

/** Orders of these people, and how to change one of them. */
function ordersOf(people: readonly AnyRecord[]) {
  const entries = new Set<Entry>(people.map((record) => ({ record })));
  const orders = new Orders(contact, () => entries);
  const entryOf = (id: string) => [...entries].find(({ record }) => record.contact_id === id) ?? { record: person(id) };
  return {
    orders,
    by: (field: string, descending = false) => ids(orders, { field, descending }),
    replace(id: string, after: AnyRecord | undefined) {
      const entry = entryOf(id);
      orders.replace([{ entry, before: entries.has(entry) ? entry.record : undefined, after }]);
      if (after) entries.add(entry);
      else entries.delete(entry);
    },
  };
}

const ids = (orders: Orders<Entry>, sort: Sort) =>
  orders
    .sorted(sort)
    .map(({ record }) => record.contact_id)
    .join('');

test('empty values come last both ways', () => {
  const { by } = ordersOf([
    person('a', { name: 'A', company: null }),
    person('b', { name: 'B', company: 'Zeta' }),
    person('c', { name: 'C', company: 'Acme' }),
    person('d', { name: 'D', company: '' }),
  ]);
  expect(by('company')).toBe('cbad');
  expect(by('company', true)).toBe('bcad');
});

test('text is sorted as people do: case and accents barely count, numbers by value', () => {
  const names = ['zoe', 'Élise', 'emil', 'Eva 10', 'Eva 9'];
  const { orders } = ordersOf(names.map((name, index) => person(String(index), { name })));
  const sorted = orders.sorted({ field: 'name', descending: false }).map(({ record }) => record.name);
  expect(sorted).toEqual(['Élise', 'emil', 'Eva 9', 'Eva 10', 'zoe']);
});

test('a record that changes moves to its place in every order that was built', () => {
  const { orders, by, replace } = ordersOf(['A', 'B', 'C', 'D'].map((name) => person(name, { name, company: name })));
  for (const _ of orders.prepare());
  replace('A', person('A', { name: 'A', company: 'Cz' }));
  expect(by('company')).toBe('BCAD');
  expect(by('name')).toBe('ABCD');
  replace('A', undefined);
  expect(by('company', true)).toBe('DCB');
});

test.each([1, 100])(
  'people who change, come and go before anybody looks, %i at a time, are where they belong',
  (many) => {
    const people = Array.from({ length: 300 }, (_, n) => person(`id${n}`, { name: `Name ${n % 7}`, company: `C${n}` }));
    const { orders, by, replace } = ordersOf(people);
    for (const _ of orders.prepare());
    for (let n = 0; n < many; n++)
      replace(`id${n}`, person(`id${n}`, { name: `Name ${n % 5}`, company: `C${300 - n}` }));
    for (let n = 0; n < many; n += 3) replace(`id${n}`, undefined);
    for (let n = 0; n < many; n += 2) replace(`id${n}`, person(`id${n}`, { name: 'Back', company: `C${n}` }));
    const here = (n: number) => n >= many || n % 3 !== 0 || n % 2 === 0;
    const after = (n: number) => {
      if (n >= many) return people[n];
      const changed = { name: `Name ${n % 5}`, company: `C${300 - n}` };
      return person(`id${n}`, n % 2 === 0 ? { name: 'Back', company: `C${n}` } : changed);
    };
    const anew = ordersOf(people.flatMap((_, n) => (here(n) ? (after(n) ?? []) : [])));
    for (const field of ['name', 'company', 'status']) expect(by(field)).toBe(anew.by(field));
  },
);

test('records that are equal in all but their id keep one order and can be found again', () => {
  const { by, replace } = ordersOf(['c', 'a', 'b'].map((id) => person(id, { name: 'Same' })));
  expect(by('name')).toBe('abc');
  replace('b', undefined);
  expect(by('name')).toBe('ac');
});

test('what is prepared while records change holds the records as they are now', () => {
  const people = Array.from({ length: 500 }, (_, n) => person(`id${n}`, { name: `Name ${n % 7}`, company: `C${n}` }));
  const { orders, by, replace } = ordersOf(people);
  let steps = 0;
  for (const _ of orders.prepare()) {
    if (++steps % 40 !== 0 || steps > 400) continue;
    people[steps] = person(`id${steps}`, { name: `Aa ${steps}`, company: `Z${steps}` });
    replace(`id${steps}`, people[steps]);
  }
  const anew = ordersOf(people);
  for (const field of ['name', 'company']) expect(by(field)).toBe(anew.by(field));
});

test('10,000 records are made ready in many small steps', () => {
  const people = Array.from({ length: 10_000 }, (_, n) => person(`id${n}`, { name: `Name ${(n * 7919) % 10_000}` }));
  const steps = [...ordersOf(people).orders.prepare()];
  expect(steps.length).toBeGreaterThan(100 * Object.keys(contact.fields).length);
});

test('how many are due in a range, both days included', () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-05', null];
  const { orders } = ordersOf(days.map((day, n) => person(String(n), { name: 'A', next_follow_up: day })));
  expect(orders.count('next_follow_up', { to: '2026-03-01' })).toBe(1);
  expect(orders.count('next_follow_up', { from: '2026-03-02', to: '2026-03-04' })).toBe(2);
  expect(orders.count('next_follow_up', { from: '2026-03-02' })).toBe(3);
  expect(orders.count('next_follow_up', { from: '2026-03-03', to: '2026-03-02' })).toBe(0);
  expect(orders.count('next_follow_up', {})).toBe(4);
});

test('a choice is sorted by its label', () => {
  expect(sortKey(choice({ label: 'Kind', choices: { a: 'Zebra', b: 'Ape' } }), 'a')).toBe('Zebra');
  expect(sortKey(text({ label: 'Text', maxLength: 9 }), '')).toBeNull();
  expect(sortKey(dateTime({ label: 'When' }), null)).toBeNull();
});

test('dates are compared as they are written', () => {
  const compare = keyComparer(date({ label: 'Day' }));
  expect(compare('2026-03-02', '2026-03-10')).toBeLessThan(0);
  expect(compare(null, '2026-03-10')).toBeGreaterThan(0);
});

test('date-times are sorted by their instant, whatever their offsets', () => {
  const times = ['2026-03-12T14:30:00+09:00', '2026-03-12T14:30:00-05', '2026-03-12T06:00:00Z'];
  const { by } = ordersOf(times.map((last_contacted, index) => person(String(index), { name: 'A', last_contacted })));
  expect(by('last_contacted')).toBe('021');
});
