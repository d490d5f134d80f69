import * as v from 'valibot';
import { isEqual } from '../domain/json.ts';
import { type AnyRecord, type Noun, nounOf } from '../domain/noun.ts';
import { Item, itemOf, keyOf, partition, refOf } from './dynamodb-item.ts';
import { type Items, severally } from './dynamodb-items.ts';
import { digestOf } from './secret-digest.ts';
import { expiryOf, type Ref } from './store.ts';

export interface Move {
  readonly from: string;
  readonly to: string;
  /** When moving began: what is older in `from` has not been edited since. */
  readonly since: string;
}

interface Options {
  readonly items: Items;
  readonly nouns: readonly Noun[];
  readonly now: () => Date;
}

/** How far the clocks of two functions may differ. */
const SKEW_MS = 60_000;

/**
 * Moves records of one workspace into another, each by two writes: first it is kept there, then it is deleted here.
 * Broken off anywhere, it goes on where it was.
 */
export function openMover({ items, nouns, now }: Options) {
  return { moveSome };

  /** @returns how many were looked at, and how many of them are there now and not here any more */
  async function moveSome(move: Move, limit: number): Promise<{ seen: number; moved: number }> {
    const search = { text: '#pk = :pk', values: { ':pk': partition(move.from) }, filter: 'attribute_exists(#record)' };
    const { found } = await items.find({ ...search, limit }, MovingItem);
    const gone = await severally(found, (source) => moveOne(move, source));
    return { seen: found.length, moved: gone.filter(Boolean).length };
  }

  /** What a guest's open tab edited meanwhile stays, and is moved by the next look. */
  async function moveOne(move: Move, source: MovingItem): Promise<boolean> {
    if (!isExpired(source) && !(await keepThere(move, source))) return false;
    return items.remove({ pk: partition(move.from), sk: source.sk }, isAt(source));
  }

  /** False where it cannot be said yet. */
  async function keepThere(move: Move, source: MovingItem): Promise<boolean> {
    const ref = refOf(source);
    const moved = { from: move.from, version: source.record.version };
    const item = movedItem(move.to, ref, source.record, source.record.version);
    if (await items.put({ ...item, moved }, isFree())) return true;
    const target = await items.get(keyOf(move.to, ref), MovingItem);
    switch (target && standing(move, source, target)) {
      case 'moved':
        return true;
      case 'newer':
        return target ? replaceThere(move, source, target) : false;
      case 'other':
        return keepBoth(move, source);
      default:
        return false;
    }
  }

  async function replaceThere(move: Move, source: MovingItem, target: MovingItem): Promise<boolean> {
    const moved = { from: move.from, version: source.record.version };
    const before = Math.max(source.record.version, target.record.version);
    return items.put({ ...movedItem(move.to, refOf(source), source.record, before), moved }, isAt(target));
  }

  /** Under an id that is the same each time, so that a repetition finds it. */
  async function keepBoth(move: Move, source: MovingItem): Promise<boolean> {
    const still = await items.get({ pk: partition(move.from), sk: source.sk }, MovingItem);
    if (still?.record.version !== source.record.version) return false;
    const { type, id } = refOf(source);
    const digest = await digestOf(`${move.from}/${source.sk}/${source.record.version}`);
    const ref = { type, id: idLike(id, digest) };
    const record = { ...source.record, [nounOf(nouns, type).idField]: ref.id };
    await items.put(movedItem(move.to, ref, record, source.record.version), isFree());
    return true;
  }

  /** Written now, so that readers of the other workspace's changes meet it. */
  function movedItem(to: string, { type, id }: Ref, record: AnyRecord, before: number) {
    const moved = { ...record, version: before + 1, updated_at: now().toISOString() };
    return itemOf(to, nounOf(nouns, type), { type, id, record: moved });
  }

  /** TTL removes a tombstone some days late. */
  function isFree() {
    const values = { ':now': Math.floor(now().getTime() / 1000) };
    return { text: 'attribute_not_exists(#pk) OR #expires_at <= :now', values };
  }

  function isExpired({ record }: MovingItem): boolean {
    const expiry = expiryOf(record);
    return expiry !== null && expiry <= now();
  }
}

const MovingItem = v.object({
  ...Item.entries,
  /** Which version of which workspace it was, until someone edits it where it is now. */
  moved: v.optional(v.object({ from: v.string(), version: v.number() })),
});
type MovingItem = v.InferOutput<typeof MovingItem>;

/**
 * What a record that is there already is to the one that is to be moved: `moved`: that one, perhaps edited since;
 * `newer`: that one before it was edited here once more; `other`: both were edited, or they never were one.
 */
export function standing({ from, since }: Move, source: MovingItem, target: MovingItem): 'moved' | 'newer' | 'other' {
  if (isSame(source.record, target.record)) return 'moved';
  const isOne = source.record.created_at === target.record.created_at;
  const isUntouchedHere = Date.parse(source.record.updated_at) < Date.parse(since) - SKEW_MS;
  if (isOne && target.moved?.from === from) return target.moved.version < source.record.version ? 'newer' : 'moved';
  if (isOne && isUntouchedHere) return 'moved';
  return source.record.deleted_at === null ? 'other' : 'moved';
}

function isSame(one: AnyRecord, other: AnyRecord): boolean {
  const { created_at, updated_at, version } = one;
  return isEqual(one, { ...other, created_at, updated_at, version });
}

function isAt({ record }: MovingItem) {
  return { text: '#version = :version', values: { ':version': record.version } };
}

/** A UUID of version 7 that has the time of another and the rest of a digest. */
function idLike(id: string, digest: string): string {
  const variant = '89ab'[Number.parseInt(digest.charAt(3), 16) % 4];
  return `${id.slice(0, 13)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
