import { expect, test } from 'vitest';
import { stepped, suggest } from './suggest.ts';

const ALL = ['awaiting reply', 'in conversation', 'interviewing', 'ghosted', 'Réunion'];

test('while nothing is typed all is offered', () => {
  expect(suggest(ALL, '')).toEqual(ALL);
  expect(suggest(ALL, ' ')).toEqual(ALL);
});

test('what is typed begins words of what is offered, case and accents aside', () => {
  expect(suggest(ALL, 'IN')).toEqual(['in conversation', 'interviewing']);
  expect(suggest(ALL, 'rep aw')).toEqual(['awaiting reply']);
  expect(suggest(ALL, 'reu')).toEqual(['Réunion']);
  expect(suggest(ALL, 'osted')).toEqual([]);
  expect(suggest(ALL, '—')).toEqual([]);
});

test('what is typed already is not offered again', () => {
  expect(suggest(ALL, 'ghosted')).toEqual([]);
});

test('arrows go round the list and into it from both ends', () => {
  expect([stepped(-1, 1, 3), stepped(-1, -1, 3), stepped(2, 1, 3), stepped(0, -1, 3)]).toEqual([0, 2, 0, 2]);
});
