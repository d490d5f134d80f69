import type { Operation } from './changes.ts';
import { isEqual, type JsonObject } from './json.ts';
import type { AnyRecord, Noun } from './noun.ts';

/** How a record stood: whether it was there, and the fields that a step is about. */
export interface Stand {
  readonly isThere: boolean;
  readonly values: JsonObject;
}

/** What was done to one record. */
export interface Step {
  readonly ref: { readonly type: string; readonly id: string };
  readonly before: Stand;
  readonly after: Stand;
}

/** From where a way leads: what is compared with how the record stands now. */
export interface From {
  readonly isThere: boolean;
  /** All that it was left with. */
  readonly names: readonly string[];
  /** Whether a field still stands as it was left. */
  readonly stands: (current: AnyRecord | undefined, name: string) => boolean;
}

export interface Way {
  /** Null where nothing can be done. */
  readonly operation: Operation | null;
  /** False where something was changed since: that is left alone. */
  readonly isWhole: boolean;
}

/** What a change did to a record; null where it did nothing. */
export function stepOf(noun: Noun, ref: Step['ref'], before: AnyRecord | undefined, after: AnyRecord): Step | null {
  const [wasThere, isThere] = [isRecord(before), isRecord(after)];
  const names = Object.keys(noun.fields).filter(
    (name) => wasThere !== isThere || !isEqual(before?.[name] ?? null, after[name] ?? null),
  );
  if (names.length === 0) return null;
  return {
    ref,
    before: { isThere: wasThere, values: valuesOf(names, before ?? after) },
    after: { isThere, values: valuesOf(names, after) },
  };
}

/** A stand of which the values are known. */
export function asStood({ isThere, values }: Stand): From {
  const stands: From['stands'] = (current, name) => isEqual(current?.[name] ?? null, values[name] ?? null);
  return { isThere, names: Object.keys(values), stands };
}

const LEFT_ALONE: Way = { operation: null, isWhole: false };

/**
 * From one stand to another, as far as the record still stands as the first says: what somebody has written in since stays.
 *
 * @param current the record as it stands, a tombstone too
 * @param groups fields that only make sense together: where one was changed since, none of them is put back
 */
export function wayTo(
  from: From,
  to: Stand,
  current: AnyRecord | undefined,
  groups: readonly (readonly string[])[] = [],
): Way {
  if (isRecord(current) !== from.isThere) return LEFT_ALONE;
  if (!to.isThere) return removal(from, current);
  if (!from.isThere) {
    const operation: Operation = current ? { op: 'restore' } : { op: 'create', record: to.values };
    return { operation, isWhole: true };
  }
  const names = Object.keys(to.values);
  const changed = names.filter((name) => !from.stands(current, name));
  const standing = names.filter(
    (name) => ![name, ...(groups.find((group) => group.includes(name)) ?? [])].some((one) => changed.includes(one)),
  );
  if (standing.length === 0) return LEFT_ALONE;
  return {
    operation: { op: 'edit', record: Object.fromEntries(standing.map((name) => [name, to.values[name]])) },
    isWhole: standing.length === names.length,
  };
}

/** What somebody has written in since is not taken away with the record. */
function removal(from: From, current: AnyRecord | undefined): Way {
  const isSame = from.names.every((name) => from.stands(current, name));
  return isSame ? { operation: { op: 'remove' }, isWhole: true } : LEFT_ALONE;
}

function isRecord(record: AnyRecord | undefined): boolean {
  return record !== undefined && record.deleted_at === null;
}

function valuesOf(names: readonly string[], record: AnyRecord): JsonObject {
  return Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
}
