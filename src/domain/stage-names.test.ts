import { expect, test } from 'vitest';
import { stageOf, stagesFor } from './stage-names.ts';
import { STAGE_KEYS, STAGES } from './stages.ts';

const server = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const row = (stage: string, name: string | null = null, is_hidden = false) => ({ stage, name, is_hidden });
const settings = (...stages: readonly object[]) => ({ ...server, stages });

test('without settings all stages have their usual names, in their usual order', () => {
  const usual = STAGE_KEYS.map((stage) => ({ stage, name: STAGES[stage], isHidden: false }));
  expect(stagesFor(undefined)).toEqual(usual);
  expect(stagesFor({ ...settings(row('offer', 'Yes!')), deleted_at: '2026-11-01T00:00:00.000Z' })).toEqual(usual);
});

test('a stage has the name that was chosen for it; one of spaces is none', () => {
  const names = stagesFor(settings(row('applied', 'Sent'), row('offer', '  '))).map(({ name }) => name);
  expect(names).toContain('Sent');
  expect(names).toContain('Offer');
  expect(names).not.toContain('Applied');
});

test('the order is the one that was chosen, and what it leaves out stays after what it usually follows', () => {
  const order = stagesFor(settings(row('interview'), row('applied'), row('saved'))).map(({ stage }) => stage);
  expect(order).toEqual(['interview', 'final', 'offer', 'closed', 'applied', 'screening', 'assessment', 'saved']);
});

test('every stage is there once, whatever the settings repeat or make up', () => {
  const stages = stagesFor(settings(row('offer', 'First'), row('offer', 'Second'), row('daydream')));
  expect(stages.map(({ stage }) => stage).sort()).toEqual([...STAGE_KEYS].sort());
  expect(stages.find(({ stage }) => stage === 'offer')?.name).toBe('First');
});

test('a hidden stage says that it is', () => {
  const hidden = stagesFor(settings(row('assessment', null, true))).filter(({ isHidden }) => isHidden);
  expect(hidden.map(({ stage }) => stage)).toEqual(['assessment']);
});

test('an application without a known stage is a saved one', () => {
  expect(stageOf({ ...server, stage: null })).toBe('saved');
  expect(stageOf({ ...server, stage: 'final' })).toBe('final');
});
