import { expect, test } from 'vitest';
import { buildApplication, buildInteraction } from '../../test/build-record.ts';
import { spanOfSearch } from './search-span.ts';

const TODAY = '2026-11-25';
const begun = (on: string) => buildApplication({ stage_history: [{ stage: 'saved', outcome: null, on }] });

test('a search begins with the first thing that happened, and lasts until today', () => {
  const applications = [begun('2026-08-01'), begun('2026-07-01')];
  expect(spanOfSearch(applications, [], TODAY)).toEqual({ from: '2026-07-01', to: TODAY });
  const talk = buildInteraction({ occurred_at: '2026-06-15T23:30:00-08:00' });
  expect(spanOfSearch(applications, [talk], TODAY)?.from).toBe('2026-06-15');
});

test('what is dated later than today is part of it', () => {
  expect(spanOfSearch([begun('2026-12-01')], [], TODAY)).toEqual({ from: TODAY, to: '2026-12-01' });
});

test('what is deleted is no part of it, and a search without anything has no days', () => {
  const deleted = { ...begun('2026-07-01'), deleted_at: '2026-08-01T00:00:00.000Z' };
  expect(spanOfSearch([deleted], [], TODAY)).toBeNull();
});
