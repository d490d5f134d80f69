import { type AnyRecord, completer, type Noun, type RecordOf } from '../domain/noun.ts';
import { NOUNS } from '../domain/nouns.ts';
import { isOf } from '../domain/record-of.ts';
import type { Replica } from './sync/replica.ts';

const complete = completer(NOUNS);
const completed = new WeakMap<AnyRecord, AnyRecord>();

/** All records of a noun, with every field that it has. In a signal's computation, it is read again after every change. */
export function recordsOf<N extends Noun & { readonly idField: string }>(
  replica: Pick<Replica, 'collection'>,
  noun: N,
): readonly RecordOf<N>[] {
  const collection = replica.collection(noun.type);
  collection.revision.value;
  return [
    ...collection
      .all()
      .map((record) => whole(noun, record))
      .filter((record) => isOf(noun, record)),
  ];
}

/** One that was kept before its noun got a field has that field empty; the same object each time. */
function whole({ type }: Noun, record: AnyRecord): AnyRecord {
  const known = completed.get(record) ?? complete(type, record);
  completed.set(record, known);
  return known;
}
