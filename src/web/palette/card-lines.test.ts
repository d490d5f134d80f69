import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { cardLines, lastNotes, lastSaid } from './card-lines.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const ann: AnyRecord = {
  ...{ contact_id: 'a', name: 'Ann', email: 'ann@example.org', phone: '1', company: 'Globex', status: 'offer' },
  ...{
    kind: 'hiring_manager',
    next_follow_up: '2026-03-01',
    status_history: [{ status: 'offer', on: '2026-02-01' }],
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

const mail = { ...kept, kind: 'message', channel: 'email', direction: 'in', occurred_at: '2026-03-02T10:00:00+02:00' };

test('what was said last is the newest conversation of which something was written down', () => {
  const later = { ...mail, occurred_at: '2026-03-02T09:00:00Z', subject: 'Later', body: 'by the hour' };
  const empty = { ...mail, occurred_at: '2026-03-09', subject: null, body: null };
  expect(lastSaid([later, { ...mail, subject: 'Earlier', body: null }, empty])).toEqual({
    how: 'E-mail · From them',
    at: '2026-03-02T09:00:00Z',
    text: 'Later\nby the hour',
  });
  expect(lastSaid([empty])).toBeNull();
});

test('of a long conversation the card has the beginning', () => {
  const text = lastSaid([{ ...mail, body: 'x'.repeat(500) }])?.text;
  expect(text).toBe(`${'x'.repeat(400)}…`);
});
