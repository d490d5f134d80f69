import { expect, test } from 'vitest';
import { usedValues } from './values.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };

test('values are counted, the most frequent first, whatever their case and accents', () => {
  const records = ['Acme', 'Société', 'acme', 'SOCIETE', 'ACME', null].map((company) => ({ ...kept, company }));
  expect(usedValues('company', records)).toEqual([
    { value: 'Acme', count: 3 },
    { value: 'Société', count: 2 },
  ]);
});

test('each tag of a list counts', () => {
  const records = [
    { ...kept, tags: ['visa', 'remote'] },
    { ...kept, tags: ['remote'] },
    { ...kept, tags: [] },
  ];
  expect(usedValues('tags', records)).toEqual([
    { value: 'remote', count: 2 },
    { value: 'visa', count: 1 },
  ]);
});
