import { type AnyRecord, completer, type Noun, type RecordOf } from './noun.ts';
import { NOUNS } from './nouns.ts';
import { isOf } from './record-of.ts';

const complete = completer(NOUNS);

/** Records of one noun as such, each with every field; those of another are passed over. */
export function recordsIn<N extends Noun & { readonly idField: string }>(
  noun: N,
  records: Iterable<AnyRecord> = [],
): RecordOf<N>[] {
  return [...records].map((record) => complete(noun.type, record)).filter((record) => isOf(noun, record));
}
