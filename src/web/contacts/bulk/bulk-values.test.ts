import { expect, test } from 'vitest';
import { contact } from '../../../domain/contact.ts';
import { bulkFields, tagsFor, withoutTag, withTag } from './bulk-values.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };

test('status, follow-up and tags of contacts can be changed of many at once', () => {
  expect(bulkFields(contact).map(([name]) => name)).toEqual(['status', 'next_follow_up', 'tags']);
});

test('a tag is added once and taken away whole, whatever its case and accents', () => {
  expect(withTag(['Café'], 'visa')).toEqual(['Café', 'visa']);
  expect(withTag(['Café'], 'CAFE')).toEqual(['Café']);
  expect(withoutTag(['Café', 'visa'], 'cafe')).toEqual(['visa']);
  expect(withTag(undefined, 'visa')).toEqual(['visa']);
});

test('offered to add is what some lack, to remove what some have', () => {
  const [one, two, other] = [['visa', 'remote'], ['Visa'], ['berlin']].map((tags) => ({ ...kept, tags }));
  const all = [one, two, other].flatMap((record) => record ?? []);
  const { toAdd, toRemove } = tagsFor('tags', all, all.slice(0, 2));
  expect([...toAdd].sort()).toEqual(['berlin', 'remote']);
  expect(toRemove).toEqual([
    { value: 'visa', count: 2 },
    { value: 'remote', count: 1 },
  ]);
});
