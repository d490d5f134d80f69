import { apply, deleted, type Operation } from './changes.ts';
import type { Problem } from './errors.ts';
import { isEqual, type JsonObject } from './json.ts';
import { mergedHistory } from './merge-history.ts';
import { hasLines, joinedTexts, type Leftover, mergedFields } from './merge-values.ts';
import { type AnyRecord, idOf, type Noun } from './noun.ts';
import { type AllRecords, type RecordOperation, renamings } from './renamings.ts';

/** The changes that merge two records, to be made in this order; or why they cannot be merged without a loss. */
export type Merge = { readonly operations: readonly RecordOperation[] } | { readonly problem: Problem };

/** What a merge needs to know beside the two records. */
export interface MergeContext extends AllRecords {
  /** What the notes say of a value that has no field any more, in one line: `Also: Phone +41 79 …`. */
  readonly lineOf: (leftover: Leftover) => string;
}

/**
 * Merges a record into another of its noun, one that has notes: what `kept` has stays, what it lacks comes from `other`,
 * and nothing of either is lost.
 *
 * - Of two values of a field, or of fields that are `together`, those of `kept` stay, and the notes tell the other's. But
 *   of two due dates the earlier stays, and of two moments the later.
 * - Tags, rows and long texts are united, histories in the order of their dates (`mergedHistory`).
 * - All records that name `other`, but deleted ones, name `kept` instead; `other` is deleted last.
 *
 * Each change is an ordinary one to a record that is there, so the usual undoing of each brings everything back.
 *
 * @returns a problem: `deleted` where one of them is, `invalid_fields` where a field cannot hold all that it should
 * @throws where both are one record, or the noun has no notes
 */
export function merge(noun: Noun, kept: AnyRecord, other: AnyRecord, context: MergeContext): Merge {
  const { type } = noun;
  const [id, otherId] = [idOf(noun, kept), idOf(noun, other)];
  if (id === otherId || !noun.fields.notes) throw new Error(`No merge of ${type} ${id} and ${otherId}.`);
  const gone = [kept, other].find(({ deleted_at }) => deleted_at !== null);
  if (gone) return { problem: deleted(noun, gone) };
  const operation: Operation = { op: 'edit', record: patchOf(kept, mergedValues(noun, kept, other, context.lineOf)) };
  const outcome = apply(noun, kept, operation, { id, now: kept.updated_at });
  if ('problem' in outcome) return outcome;
  return {
    operations: [
      ...(outcome.changed ? [{ type, id, operation }] : []),
      ...renamings(context, type, otherId, id),
      { type, id: otherId, operation: { op: 'remove' } },
    ],
  };
}

function patchOf(kept: AnyRecord, values: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isEqual(kept[name] ?? null, value)));
}

function mergedValues(noun: Noun, kept: AnyRecord, other: AnyRecord, lineOf: MergeContext['lineOf']): JsonObject {
  const history = mergedHistory(noun, kept, other);
  const apart = ['notes', ...history.names];
  const merged = [history, ...groupsOf(noun, apart).map((names) => mergedFields(noun, names, kept, other))];
  const places = Object.keys(noun.fields);
  const lines = merged
    .flatMap(({ leftovers }) => leftovers)
    .sort((one, two) => places.indexOf(one.field) - places.indexOf(two.field))
    .map(lineOf);
  const notes = joinedTexts([kept.notes, other.notes]);
  const values: JsonObject = Object.assign({}, ...merged.map((one) => one.values));
  return { ...values, notes: joinedTexts([notes, lines.filter((line) => !hasLines(notes, line)).join('\n')]) };
}

/** The fields in groups that are merged as one: most are one alone. */
function groupsOf({ fields, together = [] }: Noun, apart: readonly string[]): readonly (readonly string[])[] {
  const groups = together.map((group) => group.filter((name) => !apart.includes(name)));
  const grouped = new Set([...apart, ...groups.flat()]);
  return [...groups, ...Object.keys(fields).flatMap((name) => (grouped.has(name) ? [] : [[name]]))];
}
