import { expect, test } from 'vitest';
import { storageInMemory } from '../form/storage-in-memory.ts';
import { Reporter } from './reporter.ts';

test('a name that was written is there again on this device, for the same person only', () => {
  const storage = storageInMemory();
  new Reporter(storage, 'ann').rename('Ann Lee');
  expect(new Reporter(storage, 'ann').name.value).toBe('Ann Lee');
  expect(new Reporter(storage, 'ben').name.value).toBe('');
});

test('where the storage is full, the report has the name and says that it is not kept', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  const reporter = new Reporter(full, 'ann');
  reporter.rename('Ann Lee');
  expect(reporter.name.value).toBe('Ann Lee');
  expect(reporter.isKept.value).toBe(false);
});
