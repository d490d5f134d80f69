import { createHash } from 'node:crypto';
import * as v from 'valibot';

/** An item of the table as DynamoDB's JSON has it, with every attribute it came with. */
export const Item = v.looseObject({
  pk: v.object({ S: v.string() }),
  sk: v.object({ S: v.string() }),
  expires_at: v.optional(v.object({ N: v.string() })),
});
export type Item = v.InferOutput<typeof Item>;

const WORKSPACE = 'W#';

/** Whether it outlives a teardown. Tickets and the day's quotas do not; what has expired waits only to be removed. */
export function isKept(item: Item, asOf: Date): boolean {
  if (item.pk.S.startsWith('CLAIM#') || item.sk.S.startsWith('quota#')) return false;
  return item.expires_at === undefined || Number(item.expires_at.N) * 1000 > asOf.getTime();
}

/** The workspace that an item belongs to, if any. */
export function workspaceOf({ pk }: Item): string | undefined {
  return pk.S.startsWith(WORKSPACE) ? pk.S.slice(WORKSPACE.length) : undefined;
}

/** `contacts`, `account`; `EMAIL`, `GUESTS`. */
export function kindOf(item: Item): string {
  const [kind = ''] = (workspaceOf(item) === undefined ? item.pk.S : item.sk.S).split('#');
  return kind;
}

/** The same for the same item, whatever order DynamoDB gives its attributes in. */
export function digestOf(item: Item): bigint {
  return BigInt(`0x${createHash('sha256').update(JSON.stringify(item, ordered)).digest('hex')}`);
}

function ordered(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
