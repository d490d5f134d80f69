import { isObject, type JsonObject } from '../../domain/json.ts';
import { type AnyRecord, type Fields, idOf, type Noun } from '../../domain/noun.ts';

/** The records that name another which is not there, with its id. */
export function danglingIn(
  nouns: readonly Noun[],
  all: ReadonlyMap<string, readonly AnyRecord[]>,
): readonly { readonly type: string; readonly id: string; readonly missing: string }[] {
  const known = new Map(
    nouns.map((noun) => [noun.type, new Set((all.get(noun.type) ?? []).map((record) => idOf(noun, record)))]),
  );
  return nouns.flatMap((noun) =>
    (all.get(noun.type) ?? []).flatMap((record) =>
      named(noun.fields, record)
        .filter(({ type, id }) => !known.get(type)?.has(id))
        .map(({ id }) => ({ type: noun.type, id: idOf(noun, record), missing: id })),
    ),
  );
}

/** The records that one names, in its rows too. */
function named(fields: Fields, values: JsonObject): { readonly type: string; readonly id: string }[] {
  return Object.entries(fields).flatMap(([name, { references, entryFields }]) => {
    const value = values[name];
    if (references !== undefined && typeof value === 'string') return [{ type: references, id: value }];
    if (!entryFields || !Array.isArray(value)) return [];
    return value.filter(isObject).flatMap((row) => named(entryFields, row));
  });
}
