import { apply } from '../src/domain/changes.ts';
import type { AnyRecord, Noun, RecordOf } from '../src/domain/noun.ts';

/** The id of the record that a test calls by a number. */
export function numberedId(number: number): string {
  return `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A record as creating it makes it, complete and settled. */
export function madeRecord<N extends Noun & { readonly idField: string }>(
  noun: N,
  number: number,
  values: Readonly<Record<string, unknown>>,
  on = '2026-03-02',
): RecordOf<N> & AnyRecord {
  const context = { id: numberedId(number), now: `${on}T09:00:00.000Z` };
  const outcome = apply(noun, undefined, { op: 'create', record: values }, context);
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  return outcome.record as RecordOf<N> & AnyRecord;
}
