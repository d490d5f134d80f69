import { isEqual } from '../../src/domain/json.ts';
import type { AnyRecord } from '../../src/domain/noun.ts';
import type { Pending } from '../../src/web/sync/change.ts';
import type { World } from './world.ts';

/** What is wrong with a world at rest: nothing may be. */
export async function faultsOf(world: World): Promise<string[]> {
  const records = await world.records();
  return [...disagreements(world, records), ...losses(world, records), ...revivals(world, records)];
}

/** All replicas and the server have the same. */
function disagreements({ devices }: World, records: ReadonlyMap<string, AnyRecord>): string[] {
  const living = [...records.values()].filter((record) => record.deleted_at === null);
  return devices.flatMap(({ tabs }, device) =>
    tabs.flatMap(({ replica }, tab) => {
      const shown = [...replica.collection('contacts').all()];
      const wrong = living.filter((record) => !isEqual(replica.record(refTo(record)), record));
      const extra = shown.filter((record) => !isEqual(records.get(String(record.contact_id)), record));
      return [...wrong, ...extra].map(
        (record) => `device ${device}, tab ${tab}: ${record.contact_id} is not as the server has it`,
      );
    }),
  );
}

/** Every change that was queued is in effect, superseded with its value kept or seen, or shown as refused. */
function losses(world: World, records: ReadonlyMap<string, AnyRecord>): string[] {
  const made = madeIn(world);
  const isHere = (change: Pending) => {
    const record = records.get(change.id);
    if (record === undefined) return [`${change.change_id}: there is no ${change.id}`];
    if (change.operation.op === 'edit') return lostFields(world, change, record, made);
    return isInEffect(change, record, made) ? [] : [`${change.change_id}: ${change.operation.op} was lost`];
  };
  return made.flatMap(isHere);
}

/** No value comes back that somebody saw and replaced: a request that comes again must not undo what came after it. */
function revivals(world: World, records: ReadonlyMap<string, AnyRecord>): string[] {
  const edits = madeIn(world).filter(({ operation }) => operation.op === 'edit');
  return edits.flatMap((change) =>
    Object.entries(change.operation.record ?? {})
      .filter(([name, value]) => isRevived(change, name, value, edits, records.get(change.id)))
      .map(([name, value]) => `${change.change_id}: ${name} = ${value} came back`),
  );
}

function isRevived(
  change: Pending,
  name: string,
  value: unknown,
  edits: readonly Pending[],
  record?: AnyRecord,
): boolean {
  const others = edits.filter((other) => other.id === change.id && other.change_id !== change.change_id);
  const isWrittenTwice = value === null || others.some((other) => isEqual(other.operation.record?.[name], value));
  return (
    isEqual(record?.[name], value) &&
    !isWrittenTwice &&
    others.some((other) => isOverwriting(other, change, name, value))
  );
}

/** All that was queued and not refused. */
function madeIn({ devices, queued }: World): Pending[] {
  const refused = new Set(devices.flatMap(({ outbox }) => outbox.map(({ change_id }) => change_id)));
  return [...queued.values()].filter(({ change_id }) => !refused.has(change_id));
}

function lostFields(world: World, change: Pending, record: AnyRecord, made: readonly Pending[]): string[] {
  const isKept = ([name, value]: [string, unknown]) =>
    isEqual(record[name], value) ||
    made.some((other) => isOverwriting(other, change, name, value)) ||
    world.devices.some(({ memory }) =>
      [...memory.conflicts.values()].some(
        (conflict) => conflict.id === change.id && conflict.field === name && isEqual(conflict.theirs, value),
      ),
    );
  return Object.entries(change.operation.record ?? {})
    .filter((entry) => !isKept(entry))
    .map(([name, value]) => `${change.change_id}: ${name} = ${value} was lost`);
}

/** Whether another change was made by someone who saw this value, and wrote another in its place. */
function isOverwriting(other: Pending, change: Pending, name: string, value: unknown): boolean {
  const isEdit = other.operation.op === 'edit' && Object.hasOwn(other.operation.record ?? {}, name);
  return other.change_id !== change.change_id && other.id === change.id && isEdit && isEqual(other.seen[name], value);
}

/** A create whose record is there; a removal or its undoing that stands, or that was answered by the opposite. */
function isInEffect({ operation, id }: Pending, record: AnyRecord, made: readonly Pending[]): boolean {
  if (operation.op === 'create') return true;
  const opposite = operation.op === 'remove' ? 'restore' : 'remove';
  const stands = (record.deleted_at !== null) === (operation.op === 'remove');
  return stands || made.some((other) => other.id === id && other.operation.op === opposite);
}

function refTo(record: AnyRecord) {
  return { type: 'contacts', id: String(record.contact_id) };
}
