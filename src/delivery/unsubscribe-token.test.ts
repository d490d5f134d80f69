import { expect, test } from 'vitest';
import { unsubscribeToken, workspaceOfToken } from './unsubscribe-token.ts';

const WORKSPACE = 'q2c-_XqD0aV3nq9Tn1Ff8Wj2mB5yZk7eR4uL6oP9sHw';

test('a token names the workspace that it was made for, the same each time', async () => {
  const token = await unsubscribeToken('secret', WORKSPACE);
  expect(await workspaceOfToken('secret', token)).toBe(WORKSPACE);
  expect(await unsubscribeToken('secret', WORKSPACE)).toBe(token);
  expect(encodeURIComponent(token)).toBe(token);
});

test('a token of another secret, of another workspace, or with anything changed names none', async () => {
  const token = await unsubscribeToken('secret', WORKSPACE);
  const [, proof] = token.split('.');
  expect(await workspaceOfToken('other', token)).toBeUndefined();
  expect(await workspaceOfToken('secret', `other.${proof}`)).toBeUndefined();
  for (const wrong of [
    '',
    '.',
    WORKSPACE,
    `${WORKSPACE}.`,
    `${token}A`,
    `A${token}`,
    token.toLowerCase(),
    'a'.repeat(5000),
  ])
    expect(await workspaceOfToken('secret', wrong)).toBeUndefined();
});
