import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Edge, startEdge } from '../../test/cloud/edge.ts';
import { smoke } from './smoke.ts';

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

async function smokeOf(url: string) {
  const lines: string[] = [];
  const isProved = await smoke(url, (line) => lines.push(line), 0);
  return { isProved, lines };
}

test('a deployment that does what it should gets a tick for everything, and keeps nothing of the visit', async () => {
  const { isProved, lines } = await smokeOf(edge.site);
  expect(lines.filter((line) => !line.startsWith('✓'))).toEqual([]);
  expect(isProved).toBe(true);
  expect(lines.length).toBeGreaterThan(15);
  const left = JSON.stringify(await edge.table.all());
  expect(left).not.toContain('Smoke Test');
  expect(left).not.toContain('"account"');
});

test('what cannot be proved without guests is said', async () => {
  edge.identityPool.areGuestsAllowed = false;
  const { isProved, lines } = await smokeOf(edge.site);
  edge.identityPool.areGuestsAllowed = true;
  expect(isProved).toBe(true);
  expect(lines.at(-1)).toMatch(/^\? not proved, since guests are off: records, tenancy and claims/);
});

test('a deployment whose functions fail is not passed', async () => {
  edge.gateway.isThrottled = true;
  const { isProved, lines } = await smokeOf(edge.site);
  edge.gateway.isThrottled = false;
  expect(isProved).toBe(false);
  expect(lines.some((line) => line.startsWith('✗ the API is up: expected 200, got 429'))).toBe(true);
});

test('an address where no site is says so', async () => {
  const { isProved, lines } = await smokeOf(`${edge.site.replace(/\d+$/, '1')}/`);
  expect(isProved).toBe(false);
  expect(lines).toHaveLength(1);
});
