import { expect, test } from 'vitest';
import { type Change, changesOfSubstance } from './plan.ts';

const forgotten: Change = {
  address: 'aws_lambda_function.this["list"]',
  type: 'aws_lambda_function',
  actions: ['update'],
  attributes: ['logging_config'],
};

test('what an emulator forgets is no change of substance', () => {
  expect(changesOfSubstance([forgotten])).toEqual([]);
});

test.each([
  ['another attribute', { ...forgotten, attributes: ['logging_config', 'timeout'] }],
  ['a resource made anew', { ...forgotten, actions: ['delete', 'create'] }],
  ['a resource of another type', { ...forgotten, type: 'aws_iam_role' }],
])('%s is one', (_, change) => {
  expect(changesOfSubstance([change])).toHaveLength(1);
});
