import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { Collection } from './collection.ts';
import { person } from './stand-ins.ts';

const few = <T>(...values: T[]) => fc.constantFrom(...values);
/** Few values, so that many are equal. */
const anyone = fc
  .record({
    id: fc.nat(60).map(String),
    name: few('Ada', 'ada', 'Ben 9', 'Ben 10', 'Élise'),
    company: few(null, '', 'Acme', 'Zeta'),
    kind: few(null, ...Object.keys(contact.fields.kind.choices ?? {})),
    tags: few([], ['a'], ['b', 'a']),
    next_follow_up: few(null, '2026-03-01', '2026-03-02'),
    last_contacted: few(null, '2026-03-01', '2026-03-01T10:00:00+02:00', '2026-03-01T10:00:00Z'),
    deleted_at: few(null, null, null, '2026-03-01T00:00:00.000Z'),
  })
  .map(({ id, ...fields }) => person(id, fields));

type Step = { readonly show: readonly AnyRecord[] } | { readonly hide: readonly string[] } | { readonly look: string };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ show: fc.array(anyone, { maxLength: 3 }) }),
  fc.record({ show: fc.array(anyone, { minLength: 33, maxLength: 80 }) }),
  fc.record({ hide: fc.array(fc.nat(60).map(String), { maxLength: 50 }) }),
  fc.record({ look: few(...Object.keys(contact.fields)) }),
);

function take(collection: Collection, step: Step): void {
  if ('show' in step) collection.show(step.show);
  else if ('hide' in step) collection.hide(step.hide);
  else collection.list({ filter: {}, sort: { field: step.look, descending: false } });
}

const listed = (collection: Collection, field: string, descending: boolean) =>
  collection.list({ filter: {}, sort: { field, descending } }).map((record) => idOf(contact, record));

test('after any changes every order, both ways, is as if it were sorted from scratch', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, isPrepared) => {
      const collection = new Collection(contact);
      for (const one of steps) {
        take(collection, one);
        if (isPrepared) for (const _ of collection.prepare());
      }
      const anew = new Collection(contact);
      anew.show([...collection.all()].reverse());
      expect(collection.size.value).toBe(anew.size.value);
      for (const field of Object.keys(contact.fields)) {
        expect(listed(collection, field, false)).toEqual(listed(anew, field, false));
        expect(listed(collection, field, true)).toEqual(listed(anew, field, true));
      }
    }),
  );
});

test('a list that was given out does not change', () => {
  const collection = new Collection(contact);
  collection.show([person('a', { name: 'A' }), person('b', { name: 'B' })]);
  const before = collection.list({ filter: {}, sort: { field: 'name', descending: false } });
  collection.show([person('c', { name: 'C' })]);
  expect(before).toHaveLength(2);
});

test('a record is found by its words as they are now', () => {
  const collection = new Collection(contact);
  const find = (word: string) => collection.list({ filter: { words: [word] }, sort: 'best' }).length;
  collection.show([person('a', { name: 'Ada' })]);
  expect(find('ada')).toBe(1);
  collection.show([person('a', { name: 'Eva' })]);
  expect([find('ada'), find('eva')]).toEqual([0, 1]);
});

test('a search that goes on finds what a new one finds', () => {
  const typed = few([], ['a'], ['ad'], ['ada'], ['ada', 'b'], ['b', 'ada'], ['ac'], ['z']);
  fc.assert(
    fc.property(
      fc.array(anyone, { maxLength: 20 }),
      fc.array(typed),
      few('name', 'company'),
      (people, queries, field) => {
        const collection = new Collection(contact);
        collection.show(people);
        for (const words of queries) {
          const ask = { filter: { words }, sort: { field, descending: false } };
          const anew = new Collection(contact);
          anew.show(people);
          expect(collection.list(ask)).toEqual(anew.list(ask));
        }
      },
    ),
  );
});

test('what fits best comes first, and what fits as well by what is due', () => {
  const collection = new Collection(contact);
  collection.show([
    person('a', { name: 'Bo', notes: 'knows Annabel' }),
    person('b', { name: 'Cy', notes: 'knows Ann' }),
    person('c', { name: 'Annabel' }),
    person('d', { name: 'Mary Ann' }),
    person('e', { name: 'Ann Lee', next_follow_up: '2026-03-02' }),
    person('f', { name: 'Ann Zoe', next_follow_up: '2026-03-01' }),
  ]);
  const found = collection.list({ filter: { words: ['ann'] }, sort: 'best' });
  expect(found.map(({ contact_id }) => contact_id).join('')).toBe('fedcba');
  const all = collection.list({ filter: {}, sort: 'best' });
  expect(all.map(({ contact_id }) => contact_id).join('')).toBe('fecabd');
});

test('how many are due', () => {
  const collection = new Collection(contact);
  collection.show([person('a', { name: 'A', next_follow_up: '2026-03-01' }), person('b', { name: 'B' })]);
  expect(collection.countDue({ to: '2026-03-01' })).toBe(1);
});
