import type { Field } from '../../../domain/field.ts';
import type { AnyRecord, Noun } from '../../../domain/noun.ts';
import { fold } from '../../../domain/search.ts';
import { type UsedValue, usedValues } from '../values.ts';

/** The fields that are worth changing of many at once: those with values to choose from, the tags, the follow-up. */
export function bulkFields(noun: Noun): readonly (readonly [name: string, field: Field])[] {
  return Object.entries(noun.fields).filter(
    ([name, { control, suggestions }]) =>
      name === noun.dueField || control === 'tags' || (control === 'text' && suggestions !== undefined),
  );
}

/** The tags of a record with one more; case and accents do not make another of one that is there. */
export function withTag(tags: unknown, tag: string): readonly string[] {
  const all = listOf(tags);
  return all.some((one) => fold(one) === fold(tag)) ? all : [...all, tag];
}

/** The tags of a record without one, however it is written. */
export function withoutTag(tags: unknown, tag: string): readonly string[] {
  return listOf(tags).filter((one) => fold(one) !== fold(tag));
}

/** Which tags some of these records lack, of all that are used, and which some of them have. */
export function tagsFor(
  name: string,
  all: Iterable<AnyRecord>,
  chosen: readonly AnyRecord[],
): { readonly toAdd: readonly string[]; readonly toRemove: readonly UsedValue[] } {
  const toRemove = usedValues(name, chosen);
  const onAll = new Set(toRemove.filter(({ count }) => count === chosen.length).map(({ value }) => fold(value)));
  const used = usedValues(name, all).map(({ value }) => value);
  return { toAdd: used.filter((tag) => !onAll.has(fold(tag))), toRemove };
}

function listOf(tags: unknown): readonly string[] {
  return Array.isArray(tags) ? tags.map(String) : [];
}
