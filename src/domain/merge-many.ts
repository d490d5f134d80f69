import { apply } from './changes.ts';
import type { Problem } from './errors.ts';
import type { JsonObject } from './json.ts';
import { type Merge, type MergeContext, merge } from './merge.ts';
import { type AnyRecord, idOf, type Noun, nounOf } from './noun.ts';
import type { RecordOperation } from './renamings.ts';

/**
 * Merges several records into one, one after the other by the rules of `merge`, as if each were kept before the next: in
 * the end one edit for each record that stays, then the removals. So undoing each undoes all.
 *
 * @returns a problem where one of them cannot be merged: then nothing should be changed
 */
export function mergeMany(noun: Noun, kept: AnyRecord, others: readonly AnyRecord[], context: MergeContext): Merge {
  const made = new Map([kept, ...others].map((record) => [keyOf(noun.type, idOf(noun, record)), record]));
  const standing = (type: string, record: AnyRecord) =>
    made.get(keyOf(type, idOf(nounOf(context.nouns, type), record)));
  const current: MergeContext = {
    ...context,
    recordsOf: (type) => [...context.recordsOf(type)].map((record) => standing(type, record) ?? record),
  };
  const operations: RecordOperation[] = [];
  for (const other of others) {
    const now = standing(noun.type, kept) ?? kept;
    const merged = merge(noun, now, other, current);
    if ('problem' in merged) return merged;
    for (const one of merged.operations) {
      const problem = make(one, current, made);
      if (problem) return { problem };
    }
    operations.push(...merged.operations);
  }
  return { operations: joined(operations) };
}

/** Makes a change to what stands so far. */
function make(
  { type, id, operation }: RecordOperation,
  context: MergeContext,
  made: Map<string, AnyRecord>,
): Problem | null {
  const noun = nounOf(context.nouns, type);
  const before = made.get(keyOf(type, id)) ?? [...context.recordsOf(type)].find((record) => idOf(noun, record) === id);
  const outcome = apply(noun, before, operation, { id, now: before?.updated_at ?? '' });
  if ('problem' in outcome) return outcome.problem;
  made.set(keyOf(type, id), outcome.record);
  return null;
}

/** The edits of each record as one, where it was first edited; the removals last. */
function joined(operations: readonly RecordOperation[]): readonly RecordOperation[] {
  const edits = new Map<string, RecordOperation>();
  for (const one of operations.filter(({ operation }) => operation.op === 'edit')) {
    const record: JsonObject = { ...edits.get(keyOf(one.type, one.id))?.operation.record, ...one.operation.record };
    edits.set(keyOf(one.type, one.id), { ...one, operation: { ...one.operation, record } });
  }
  return [...edits.values(), ...operations.filter(({ operation }) => operation.op !== 'edit')];
}

function keyOf(type: string, id: string): string {
  return `${type}/${id}`;
}
