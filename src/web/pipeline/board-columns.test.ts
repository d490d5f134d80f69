import { expect, test } from 'vitest';
import { stagesFor } from '../../domain/stage-names.ts';
import { columnsOf, placeIn } from './board-columns.ts';

const TODAY = '2026-11-20';
const server = { created_at: '2026-11-01T00:00:00.000Z', updated_at: '', version: 1, deleted_at: null };
const application = (position: string, stage: string, on = TODAY) => ({
  ...server,
  position,
  stage,
  stage_history: [{ stage, outcome: null, on }],
});
const hiding = (stage: string) =>
  stagesFor({ ...server, stages: [{ stage, name: null, is_hidden: true }] }).filter(({ stage }) => stage !== 'final');
const positions = (records: readonly object[]) => records.map((record) => 'position' in record && record.position);

test('each stage holds what is in it, in the order given', () => {
  const records = [application('b', 'applied'), application('a', 'applied'), application('c', 'offer')];
  const columns = columnsOf(records, stagesFor(undefined));
  expect(columns).toHaveLength(8);
  expect(positions(columns.find(({ stage }) => stage === 'applied')?.records ?? [])).toEqual(['b', 'a']);
  expect(positions(columns.find(({ stage }) => stage === 'offer')?.records ?? [])).toEqual(['c']);
});

test('of the closed ones the latest comes first', () => {
  const records = [application('old', 'closed', '2026-10-01'), application('new', 'closed', '2026-11-01')];
  const closed = columnsOf(records, stagesFor(undefined)).find(({ stage }) => stage === 'closed');
  expect(positions(closed?.records ?? [])).toEqual(['new', 'old']);
});

test('a hidden stage is there only while something is in it', () => {
  const stages = (records: Parameters<typeof columnsOf>[0]) =>
    columnsOf(records, hiding('assessment')).map(({ stage }) => stage);
  expect(stages([])).not.toContain('assessment');
  expect(stages([application('a', 'assessment')])).toContain('assessment');
});

test('a card that comes from another stage stands where its order puts it, in Closed at the top', () => {
  const [first, second] = [application('first', 'applied'), application('second', 'applied')];
  const ranks = new Map<object, number>([
    [first, 2],
    [second, 5],
  ]);
  const rankOf = (record: object) => ranks.get(record) ?? 0;
  const column = { stage: 'applied', name: 'Applied', isHidden: false, records: [first, second] } as const;
  expect(placeIn(column, rankOf, 0)).toBe(0);
  expect(placeIn(column, rankOf, 3)).toBe(1);
  expect(placeIn(column, rankOf, 9)).toBe(2);
  expect(placeIn({ ...column, stage: 'closed' }, rankOf, 9)).toBe(0);
});
