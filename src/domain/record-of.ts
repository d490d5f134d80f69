import type { AnyRecord, Noun, RecordOf } from './noun.ts';

/** Whether a record is one of a noun: its values were checked by the schema of its noun when it came in. */
export function isOf<N extends Noun & { readonly idField: string }>(
  noun: N,
  record: AnyRecord,
): record is AnyRecord & RecordOf<N> {
  return typeof record[noun.idField] === 'string';
}
