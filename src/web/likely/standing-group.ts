import type { Apart } from '../../domain/apart.ts';
import type { LikelySame } from '../../domain/duplicates.ts';
import type { AnyRecord } from '../../domain/noun.ts';

/**
 * Who of a group is still there and not told apart from all the others: what was found is looked for anew only when the
 * browser has time.
 *
 * @returns none where less than two are left
 */
export function standingOf(
  { ids }: LikelySame,
  read: (id: string) => AnyRecord | undefined,
  apart: Apart,
): readonly AnyRecord[] {
  const standing = ids.filter((id) => read(id)?.deleted_at === null);
  const alike = standing.filter((id) => standing.some((other) => other !== id && !apart.get(id)?.has(other)));
  return alike.length < 2 ? [] : alike.flatMap((id) => read(id) ?? []);
}
