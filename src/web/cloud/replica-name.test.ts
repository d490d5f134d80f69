import { expect, test } from 'vitest';
import { replicaName } from './replica-name.ts';

test('each identity has a name of its own, always the same, that does not tell it', async () => {
  const [ann, ben] = ['eu-central-1:ann', 'eu-central-1:ben'];
  expect(await replicaName(ann)).toMatch(/^touchbase\.[0-9a-f]{32}$/);
  expect(await replicaName(ann)).toBe(await replicaName(ann));
  expect(await replicaName(ben)).not.toBe(await replicaName(ann));
});
