import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { cardLines, lastNotes } from './card-lines.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const ann: AnyRecord = {
  ...{ contact_id: 'a', name: 'Ann', email: 'ann@example.org', phone: '1', company: 'Globex', status: 'offer' },
  ...{
    kind: 'hiring_manager',
    next_follow_up: '2026-03-01',
    notes: 'Met in May.\n\nWants to talk on Monday.',
    ...kept,
  },
};

test('a card says who it is by the labels of the schema, without what stands elsewhere', () => {
  expect(cardLines(contact, ann).map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Company: Globex',
    'Status: offer',
    'Kind: Hiring manager',
  ]);
});

test('of the notes it has the last paragraph, and of a long one its end', () => {
  expect(lastNotes(contact, ann)).toBe('Wants to talk on Monday.');
  expect(lastNotes(contact, { ...ann, notes: null })).toBe('');
  expect(lastNotes(contact, { ...ann, notes: `${'🙂'.repeat(300)}.` })).toBe(`…${'🙂'.repeat(199)}.`);
  expect(lastNotes(contact, { ...ann, notes: `begin ${'x'.repeat(500)} end` })).toMatch(/^…x+ end$/);
});
