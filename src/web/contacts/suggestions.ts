import type { Noun } from '../../domain/noun.ts';
import type { Collection } from '../sync/collection.ts';
import { usedValues } from './values.ts';

/** More than anyone reads: the rest is typed. */
const MOST = 300;

/**
 * What to offer in a text field: what the schema suggests, then what other records have, the most frequent first.
 *
 * @returns how to get them when they are needed; undefined for a field that takes none
 */
export function suggestionsFor(
  { noun, collection }: { readonly noun: Noun; readonly collection: Collection },
  name: string,
): (() => readonly string[]) | undefined {
  const field = noun.fields[name];
  if (field?.control !== 'text' || name === noun.titleField) return undefined;
  return () => {
    const used = usedValues(name, collection.all()).map(({ value }) => value);
    return [...new Set([...(field.suggestions ?? []), ...used])].slice(0, MOST);
  };
}
