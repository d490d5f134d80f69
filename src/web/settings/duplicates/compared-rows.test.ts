import { expect, test } from 'vitest';
import { madeRecord } from '../../../../test/made-record.ts';
import { contact } from '../../../domain/contact.ts';
import { comparedRows } from './compared-rows.ts';

const person = (number: number, values: Readonly<Record<string, unknown>>) =>
  madeRecord(contact, number, { name: 'Ann', email: 'ann@x.example', ...values });

test('of records beside each other there is every field in which one has something', () => {
  const rows = comparedRows(contact, [person(1, { kind: 'referral' }), person(2, { tags: ['a', 'b'] })]);
  expect(rows.map(({ name, texts }) => [name, ...texts])).toEqual([
    ['name', 'Ann', 'Ann'],
    ['email', 'ann@x.example', 'ann@x.example'],
    ['kind', 'Referral', ''],
    ['tags', '', 'a, b'],
  ]);
});

test('what differs is what two say otherwise, case aside', () => {
  const rows = comparedRows(contact, [
    person(1, { company: 'ACME', phone: '1' }),
    person(2, { company: 'Acme ', phone: '2' }),
    person(3, { location: 'Zürich' }),
  ]);
  expect(rows.filter(({ differs }) => differs).map(({ name }) => name)).toEqual(['phone']);
});

test('of a long text there is the beginning', () => {
  const row = comparedRows(contact, [person(1, { notes: `${'x'.repeat(199)}🙂y` })]).find(
    ({ name }) => name === 'notes',
  );
  expect(row?.texts).toEqual([`${'x'.repeat(199)}…`]);
});
