import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import type { WireOperation } from '../../interop/import/parts.ts';
import type { Asked } from '../sync/replica.ts';

/** A change whose history is kept says on which day. */
export function askedOf({ op, type, id, record }: WireOperation, today: string): Asked {
  const isDated = op !== 'remove' && nounOf(NOUNS, type).history !== undefined;
  return { ref: { type, id }, operation: { op, ...(record && { record }), ...(isDated && { on: today }) } };
}
