import { expect, test } from 'vitest';
import { relativeDays, relativeMinutes } from './relative.ts';

test.each([
  [0, 'today'],
  [-1, 'yesterday'],
  [1, 'tomorrow'],
  [-13, '13 days ago'],
  [-14, '2 weeks ago'],
  [-59, '8 weeks ago'],
  [-60, 'last month'],
  [-100, '3 months ago'],
  [-729, '23 months ago'],
  [-731, '2 years ago'],
  [5, 'in 5 days'],
])('%i days away is %s', (days, words) => {
  expect(relativeDays('en', days)).toBe(words);
});

test.each([
  [-0.9, 'now'],
  [-1, '1 minute ago'],
  [-59.9, '59 minutes ago'],
  [-60, '1 hour ago'],
  [125, 'in 2 hours'],
])('%f minutes away is %s', (minutes, words) => {
  expect(relativeMinutes('en', minutes)).toBe(words);
});
