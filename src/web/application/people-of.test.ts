import { expect, test } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { contact } from '../../domain/contact.ts';
import { offeredAs } from './people-of.ts';

const person = (number: number, fields: object) =>
  madeRecord(contact, number, { name: 'Ann Lee', email: `ann${number}@example.org`, ...fields });

const labels = (...people: readonly ReturnType<typeof person>[]) => offeredAs(people).map(({ label }) => label);

test('a contact is offered by name and company', () => {
  expect(labels(person(1, { company: 'Acme' }), person(2, {}))).toEqual(['Ann Lee · Acme', 'Ann Lee']);
});

test('two of the same name and company are told apart by their addresses', () => {
  expect(labels(person(1, {}), person(2, {}))).toEqual(['Ann Lee · ann1@example.org', 'Ann Lee · ann2@example.org']);
});

test('one of them without an address is offered without', () => {
  expect(labels(person(1, { email: null, needs_email: true }), person(2, {}))).toEqual([
    'Ann Lee',
    'Ann Lee · ann2@example.org',
  ]);
});

test('no two are offered by the same words, and each by its own id', () => {
  const same = { email: 'ann@example.org' };
  const offered = offeredAs([person(1, same), person(2, same), person(3, { name: 'Ann Lee · ann@example.org' })]);
  expect(new Set(offered.map(({ label }) => label)).size).toBe(3);
  expect(new Set(offered.map(({ id }) => id)).size).toBe(3);
});
