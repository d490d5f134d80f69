import { expect, test } from 'vitest';
import { madeRecord } from '../../test/made-record.ts';
import { settings } from './settings.ts';
import { stagesFor } from './stage-names.ts';
import { hiddenStage, movedStage, renamedStage, rowsOfStages } from './stage-rows.ts';

const usual = stagesFor(undefined);
const keysOf = (stages: typeof usual) => stages.map(({ stage }) => stage);

test('what the settings keep of the stages is read from them again', () => {
  const wanted = hiddenStage(renamedStage(movedStage(usual, 'offer', -1), 'applied', ' Sent '), 'assessment', true);
  const kept = madeRecord(settings, 1, { stages: rowsOfStages(wanted) });
  expect(stagesFor(kept)).toEqual(wanted);
  expect(wanted.find(({ stage }) => stage === 'applied')?.name).toBe('Sent');
});

test('nothing is kept where all is as usual', () => {
  expect(rowsOfStages(usual)).toEqual([]);
  expect(rowsOfStages(movedStage(movedStage(usual, 'offer', -1), 'offer', 1))).toEqual([]);
});

test('an empty name is the usual one', () => {
  expect(renamedStage(renamedStage(usual, 'applied', 'Sent'), 'applied', '  ')).toEqual(usual);
});

test('at the end of them a stage stays where it is', () => {
  expect(keysOf(movedStage(usual, 'saved', -1))).toEqual(keysOf(usual));
  expect(keysOf(movedStage(usual, 'closed', 1))).toEqual(keysOf(usual));
  expect(keysOf(movedStage(usual, 'applied', -1)).slice(0, 2)).toEqual(['applied', 'saved']);
});

test('where applications end cannot be hidden', () => expect(hiddenStage(usual, 'closed', true)).toEqual(usual));
