import { apply } from '../src/domain/changes.ts';
import { merge } from '../src/domain/merge.ts';
import { type AnyRecord, idOf, type Noun } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';

/** A merge of records that no other names; the notes tell a field by its name. */
export const ALONE = {
  nouns: NOUNS,
  recordsOf: () => [],
  lineOf: ({ field, value }: { field: string; value: unknown }) => `Also: ${field} ${value}`,
};

/** The record kept, after the first of the operations. */
export function mergedOf(noun: Noun, kept: AnyRecord, other: AnyRecord): AnyRecord {
  const merged = merge(noun, kept, other, ALONE);
  if ('problem' in merged) throw new Error(merged.problem.detail);
  const operation = merged.operations.find(({ operation }) => operation.op === 'edit')?.operation;
  const outcome = operation
    ? apply(noun, kept, operation, { id: idOf(noun, kept), now: '2026-07-01T09:00:00.000Z' })
    : { record: kept };
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  return outcome.record;
}
