import { describe, expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import { ALONE, mergedOf } from '../../test/merged-record.ts';
import { application } from './application.ts';
import { contact } from './contact.ts';
import { interaction } from './interaction.ts';
import { merge } from './merge.ts';
import type { AnyRecord } from './noun.ts';
import { task } from './task.ts';

type Values = Readonly<Record<string, unknown>>;

const [A, B, C] = [numberedId(1), numberedId(2), numberedId(3)];

const person = (number: number, values: Values, on?: string) =>
  madeRecord(contact, number, { name: 'Ada', email: 'ada@x.example', ...values }, on);
const job = (number: number, values: Values) => madeRecord(application, number, { position: 'Engineer', ...values });

describe('two contacts become one', () => {
  test.each<[string, Values, Values, Values]>([
    ['what is empty is filled', { phone: null }, { phone: '1' }, { phone: '1', notes: null }],
    ['what differs is told in the notes', { phone: '1' }, { phone: '2' }, { phone: '1', notes: 'Also: phone 2' }],
    ['case makes no difference', { company: 'ACME' }, { company: 'Acme ' }, { company: 'ACME', notes: null }],
    [
      'but in an address, where it may',
      { linkedin_url: 'https://x.example/A' },
      { linkedin_url: 'https://x.example/a' },
      { linkedin_url: 'https://x.example/A', notes: 'Also: linkedin_url https://x.example/a' },
    ],
    [
      'an e-mail takes the mark of its lack away',
      { email: null, needs_email: true },
      {},
      { email: 'ada@x.example', needs_email: false, notes: null },
    ],
    ['the lack of the other is none', {}, { email: null, needs_email: true }, { needs_email: false, notes: null }],
    ['notes stand below each other', { notes: 'One.' }, { notes: 'Two.' }, { notes: 'One.\n\nTwo.' }],
    ['equal notes stand once', { notes: 'One.' }, { notes: 'One.' }, { notes: 'One.' }],
    [
      'lines come after the notes',
      { name: 'A', notes: 'N.', phone: '1' },
      { name: 'B', phone: '2' },
      { notes: 'N.\n\nAlso: name B\nAlso: phone 2' },
    ],
    [
      'a line that is there is not repeated',
      { phone: '1', notes: 'Also: phone 2' },
      { phone: '2' },
      { notes: 'Also: phone 2' },
    ],
    [
      'tags are united, case and accents aside',
      { tags: ['Zürich', 'a'] },
      { tags: ['zurich', 'b'] },
      { tags: ['Zürich', 'a', 'b'] },
    ],
    [
      'last contacted is the later',
      { last_contacted: '2026-01-01' },
      { last_contacted: '2026-02-01T10:00' },
      { last_contacted: '2026-02-01T10:00', notes: 'Also: last_contacted 2026-01-01' },
    ],
    [
      'last contacted is the later across offsets',
      { last_contacted: '2026-02-01T10:00:00+02:00' },
      { last_contacted: '2026-02-01T09:00:00Z' },
      { last_contacted: '2026-02-01T09:00:00Z' },
    ],
    [
      'the next follow-up is the earlier',
      { next_follow_up: '2026-09-01' },
      { next_follow_up: '2026-08-01' },
      { next_follow_up: '2026-08-01', notes: 'Also: next_follow_up 2026-09-01' },
    ],
    [
      'the next follow-up is the one there is',
      { next_follow_up: null },
      { next_follow_up: '2026-08-01' },
      { next_follow_up: '2026-08-01', notes: null },
    ],
  ])('%s', (_, one, other, expected) => {
    expect(mergedOf(contact, person(1, one), person(2, other))).toMatchObject(expected);
  });

  test('with the status that came last, and all statuses in order', () => {
    const kept = person(1, { status: 'ghosted' }, '2026-03-01');
    const other = person(2, { status: 'offer' }, '2026-04-01');
    const status_history = [
      { status: 'ghosted', on: '2026-03-01' },
      { status: 'offer', on: '2026-04-01' },
    ];
    expect(mergedOf(contact, kept, other)).toMatchObject({ status: 'offer', status_history, notes: null });
    expect(mergedOf(contact, { ...other, contact_id: A }, { ...kept, contact_id: B })).toMatchObject({
      status: 'offer',
      status_history,
    });
  });

  test('of which one has no history: its status is told', () => {
    const other = { ...person(2, { status: 'ghosted' }), status_history: [] };
    expect(mergedOf(contact, person(1, { status: 'offer' }), other)).toMatchObject({
      status: 'offer',
      notes: 'Also: status ghosted',
    });
  });
});

test('everything that names the other names the one kept, and the other is deleted last', () => {
  const records: Readonly<Record<string, readonly AnyRecord[]>> = {
    interactions: [
      madeRecord(interaction, 11, { contact_id: B, occurred_at: '2026-03-01' }),
      madeRecord(interaction, 12, { contact_id: C, occurred_at: '2026-03-01' }),
    ],
    tasks: [madeRecord(task, 21, { title: 'Call', contact_id: B }), madeRecord(task, 22, { title: 'Rest' })],
    applications: [
      job(31, {
        contact_ids: [
          { contact_id: A, role: 'HR' },
          { contact_id: B, role: null },
          { contact_id: C, role: null },
        ],
      }),
      job(32, { contact_ids: [{ contact_id: C, role: null }] }),
      { ...job(33, { contact_ids: [{ contact_id: B, role: null }] }), deleted_at: '2026-03-03T09:00:00.000Z' },
    ],
  };
  const recordsOf = (type: string) => records[type] ?? [];
  const merged = merge(contact, person(1, {}), person(2, {}), { ...ALONE, recordsOf });
  expect(merged).toEqual({
    operations: [
      {
        type: 'applications',
        id: numberedId(31),
        operation: {
          op: 'edit',
          record: {
            contact_ids: [
              { contact_id: A, role: 'HR' },
              { contact_id: C, role: null },
            ],
          },
        },
      },
      { type: 'interactions', id: numberedId(11), operation: { op: 'edit', record: { contact_id: A } } },
      { type: 'tasks', id: numberedId(21), operation: { op: 'edit', record: { contact_id: A } } },
      { type: 'contacts', id: B, operation: { op: 'remove' } },
    ],
  });
});

describe('refused, so that nothing is cut', () => {
  const statuses = (status: string) => Array.from({ length: 101 }, () => ({ status, on: '2026-03-01' }));
  const many = (letter: string) => Array.from({ length: 26 }, (_, n) => `${letter}${n}`);
  test.each<[string, Values, Values, string]>([
    ['notes that are too long together', { notes: 'x'.repeat(15_000) }, { notes: 'y'.repeat(15_000) }, 'too_long'],
    ['a line that does not fit', { notes: 'x'.repeat(20_000), phone: '1' }, { phone: '2' }, 'too_long'],
    ['too many statuses', { status_history: statuses('a') }, { status_history: statuses('b') }, 'too_many'],
    ['too many tags', { tags: many('a') }, { tags: many('b') }, 'too_many'],
  ])('%s', (_, one, other, code) => {
    expect(merge(contact, person(1, one), person(2, other), ALONE)).toMatchObject({
      problem: { code: 'invalid_fields', errors: [{ code }] },
    });
  });

  test('a record that was deleted', () => {
    const deleted = { ...person(2, {}), deleted_at: '2026-03-03T09:00:00.000Z' };
    expect(merge(contact, person(1, {}), deleted, ALONE)).toMatchObject({ problem: { code: 'deleted' } });
    expect(merge(contact, deleted, person(1, {}), ALONE)).toMatchObject({ problem: { code: 'deleted' } });
  });
});

test('one record is not merged with itself', () => {
  expect(() => merge(contact, person(1, {}), person(1, {}), ALONE)).toThrow();
});
