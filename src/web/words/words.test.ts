import { expect, test } from 'vitest';
import { NOUNS } from '../../domain/nouns.ts';
import { en } from './en.ts';
import { enAccount } from './en-account.ts';
import { enLater } from './en-later.ts';
import { dateWords, momentWords } from './moment.ts';

test('numbers come with the right form of their noun', () => {
  expect(en.contacts.count(1, 1)).toBe('1 contact');
  expect(en.contacts.count(37, 1204)).toBe('37 of 1,204 contacts');
  expect(en.sync.waiting(1, true)).toContain('1 change waiting');
});

test('records of several nouns are counted each by its own name', () => {
  expect(enAccount.account.exported({ contacts: 1204, views: 1 })).toBe('Exported 1,204 contacts and 1 saved view');
  expect(enAccount.account.exporting({ contacts: 1, views: 0 })).toBe('Exporting… 1 contact so far');
});

test('an export without records says so', () => {
  expect(enAccount.account.exporting({})).toBe('Exporting…');
  expect(enAccount.account.exported({ contacts: 0, views: 0 })).toBe(
    'Exported a file without records: there are none yet',
  );
});

test.each(NOUNS.map(({ type, singular }) => [type, singular]))('one of the %s is a %s', (type, singular) => {
  expect(enAccount.account.exported({ [type]: 1 })).toMatch(new RegExp(`^Exported 1 .*${singular}$`));
});

test.each([
  [59_999, 'a moment ago'],
  [60_000, '1 minute ago'],
  [3_599_999, '59 minutes ago'],
  [3_600_000, '1 hour ago'],
  [47 * 3_600_000, '1 day ago'],
  [400 * 86_400_000, '400 days ago'],
  [-5_000, 'a moment ago'],
])('%i milliseconds are %s', (ms, words) => {
  expect(enLater.syncPanel.upToDate(ms)).toBe(`Up to date as of ${words}`);
});

test('a follow-up is told in words', () => {
  expect(en.followUp({ state: 'overdue', days: 1 })).toBe('Overdue 1 day');
  expect(en.followUp({ state: 'today' })).toBe('Today');
  expect(en.followUp({ state: 'upcoming', days: 1 })).toBe('Tomorrow');
  expect(en.followUp({ state: 'upcoming', days: 5 })).toBe('In 5 days');
  expect(en.followUp({ state: 'none' })).toBe('');
});

test('a calendar date is the same day in every time zone', () => {
  expect(dateWords('2026-03-12')).toMatch(/\b12\b/);
  expect(momentWords('2026-03-12')).toBe(dateWords('2026-03-12'));
});

test('a date-time without offset is told as it was written', () => {
  expect(momentWords('2026-03-12T14:35:00')).toMatch(/\b12\b.*\b(14|2):35/);
});
