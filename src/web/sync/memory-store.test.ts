import { describe, test } from 'vitest';
import { CONTRACT } from './local-store-contract.ts';
import { Memory, MemoryStore } from './memory-store.ts';

describe('the contract of local stores, kept in memory', () => {
  test.each(Object.entries(CONTRACT))('%s', async (_, run) => {
    const memory = new Memory();
    await run({ open: async () => new MemoryStore(memory) });
  });
});
