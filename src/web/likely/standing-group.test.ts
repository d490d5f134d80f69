import { expect, test } from 'vitest';
import type { AnyRecord } from '../../domain/noun.ts';
import { standingOf } from './standing-group.ts';

const record = (id: string, deleted_at: string | null = null): AnyRecord => {
  return { id, created_at: '', updated_at: '', version: 1, deleted_at };
};
const all = new Map(['a', 'b', 'c'].map((id) => [id, record(id)]));
all.set('gone', record('gone', '2026-03-02T09:00:00.000Z'));
const idsOf = (ids: readonly string[], ...apart: readonly (readonly [string, readonly string[]])[]) =>
  standingOf(
    { ids, reasons: [] },
    (id) => all.get(id),
    new Map(apart.map(([id, others]) => [id, new Set(others)])),
  ).map(({ id }) => id);

test('a group is who of it is still there', () => {
  expect(idsOf(['a', 'b', 'gone'])).toEqual(['a', 'b']);
  expect(idsOf(['a', 'gone', 'never'])).toEqual([]);
});

test('who was told apart from all the others is not in it any more', () => {
  expect(idsOf(['a', 'b', 'c'], ['a', ['b', 'c']], ['b', ['a']], ['c', ['a']])).toEqual(['b', 'c']);
  expect(idsOf(['a', 'b', 'c'], ['a', ['b']], ['b', ['a']])).toEqual(['a', 'b', 'c']);
  expect(idsOf(['a', 'b'], ['a', ['b']], ['b', ['a']])).toEqual([]);
});
