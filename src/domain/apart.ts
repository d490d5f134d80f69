import { rowsOf } from './history.ts';
import type { AnyRecord } from './noun.ts';
import { type ApartField, MOST_APART } from './settings.ts';

/** Which records a person said are not the same: of each, all those that it is not. */
export type Apart = ReadonlyMap<string, ReadonlySet<string>>;

/** Nobody was told from anybody. */
export const NONE_APART: Apart = new Map();

interface Pair {
  readonly one: string;
  readonly other: string;
}

/** The pairs that the settings tell apart. */
export function apartIn(settings: AnyRecord | undefined, field: ApartField): Apart {
  const apart = new Map<string, Set<string>>();
  for (const { one, other } of pairsOf(settings, field)) {
    apart.set(one, (apart.get(one) ?? new Set()).add(other));
    apart.set(other, (apart.get(other) ?? new Set()).add(one));
  }
  return apart;
}

/** The rows of the settings with a record told from others; where there are too many, the oldest go. */
export function toldApart(
  settings: AnyRecord | undefined,
  field: ApartField,
  id: string,
  others: readonly string[],
): readonly Pair[] {
  const apart = apartIn(settings, field);
  const added = others.filter((other) => other !== id && !apart.get(id)?.has(other));
  return [...pairsOf(settings, field), ...added.map((other) => ({ one: id, other }))].slice(-MOST_APART);
}

/** Records in as few sets as possible in each of which no two need to be kept apart but by way of another. */
export function setsOf(ids: readonly string[], apart: Apart): readonly (readonly string[])[] {
  if (!ids.some((id) => apart.has(id))) return [ids];
  const left = new Set(ids);
  return ids.flatMap((id) => {
    if (!left.delete(id)) return [];
    const set = [id];
    for (const one of set) {
      const near = [...left].filter((other) => !apart.get(one)?.has(other));
      for (const other of near) left.delete(other);
      set.push(...near);
    }
    return [set];
  });
}

function pairsOf(settings: AnyRecord | undefined, field: ApartField): readonly Pair[] {
  return settings?.deleted_at === null ? rowsOf<Pair>(settings, field) : [];
}
