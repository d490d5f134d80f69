import { isMade, type Operation } from '../../domain/changes.ts';
import { isEqual } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { type Conflict, keyOf, type Pending, type Ref, type Stored } from './change.ts';
import type { Commit } from './local-store.ts';
import type { Replica } from './replica.ts';
import { Unreachable } from './server.ts';
import type { Answer, Refused } from './wire.ts';

/** Bounds of the API for one batch; the second leaves room for its envelope. */
const MOST = 100;
const MOST_BYTES = 900_000;

/** One operation of a batch, and the changes of the outbox that it makes: several edits of a record go as one. */
export interface Sending extends Ref {
  readonly operation: Operation;
  readonly changes: readonly Pending[];
}

export interface Batch {
  readonly sendings: readonly Sending[];
  /** What other devices wrote over which these changes will come: to be kept before they are sent. */
  readonly conflicts: readonly Conflict[];
  /** The same changes, with what stands in their fields now. */
  readonly revised: readonly Pending[];
}

type Standing = Pick<Replica, 'pending' | 'confirmed' | 'applied'>;

/**
 * What is to be sent next, oldest first. Of each record it is one operation only, against the version that the server
 * has: had the first of two been refused, the second could meet a version that it was not meant for.
 */
export function nextBatch(replica: Standing): Batch {
  const oldest = [...Map.groupBy(replica.pending.peek(), keyOf).values()].slice(0, MOST);
  const runs = oldest.map((changes) => rebase(replica, firstRun(changes)));
  const sendings = withinBounds(runs.map(({ revised }) => sendingOf(replica, revised)));
  const sent = runs.slice(0, sendings.length);
  return {
    sendings,
    conflicts: sent.flatMap(({ conflicts }) => conflicts),
    revised: sent.filter(({ conflicts }) => conflicts.length > 0).flatMap(({ revised }) => revised),
  };
}

export interface Settlement {
  readonly commit: Commit;
  readonly refused: readonly Pending[];
  /** Why some must be sent again later; null where all went on. */
  readonly failure: Unreachable | null;
}

/** What the answers to a batch make of the outbox and the records. */
export function settle(
  replica: Standing,
  { sendings }: Pick<Batch, 'sendings'>,
  answers: readonly Answer[],
): Settlement {
  const records: Stored[] = [];
  const done: Pending[] = [];
  const refused: Pending[] = [];
  let failure: Unreachable | null = null;
  for (const [index, { type, id, changes }] of sendings.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    const record = 'record' in answer ? answer.record : answer.problem.record;
    if (record) records.push({ type, id, record });
    if ('record' in answer) done.push(...changes);
    else if (isForLater(answer.problem)) failure = new Unreachable(answer.problem.detail);
    else if (answer.problem.code !== 'stale_version') refused.push(...changes.map(refusedBy(answer.problem)));
    else if (!isNews(replica, { type, id }, record)) failure = new Unreachable(answer.problem.detail);
  }
  return { commit: { records, settled: done, revised: refused }, refused, failure };
}

/** The changes that records which were read bear already: their answers were lost. */
export function landed(pending: readonly Pending[], records: readonly Stored[]): readonly Pending[] {
  const waiting = Map.groupBy(pending, keyOf);
  return records.flatMap((stored) => {
    const changes = waiting.get(keyOf(stored)) ?? [];
    const last = changes.findLastIndex((change) => isMade(stored.record, change));
    return changes.slice(0, last + 1);
  });
}

/** The edits with which the changes of a record begin, or the one change that cannot be put together with others. */
function firstRun(changes: readonly Pending[]): readonly Pending[] {
  const end = changes.findIndex(({ operation }) => operation.op !== 'edit' || operation.on !== undefined);
  return end === 0 ? changes.slice(0, 1) : changes.slice(0, end < 0 ? undefined : end);
}

interface Rebased {
  readonly conflicts: readonly Conflict[];
  readonly revised: readonly Pending[];
}

/** Finds what others wrote since in the fields of these changes. They come later, so they win; the other values are kept. */
function rebase(replica: Standing, changes: readonly Pending[]): Rebased {
  const [first] = changes;
  const conflicts: Conflict[] = [];
  let standing = first && replica.confirmed(first);
  const revised = changes.map((change) => {
    const seen = Object.fromEntries(Object.keys(change.seen).map((name) => [name, standing?.[name] ?? null]));
    if (standing) conflicts.push(...conflictsOf(change, standing));
    standing = replica.applied(standing, change);
    return { ...change, seen };
  });
  return { conflicts, revised };
}

function conflictsOf(change: Pending, standing: AnyRecord): Conflict[] {
  const { type, id, change_id, at, seen, operation } = change;
  const isOverwritten = (name: string) =>
    !isEqual(standing[name], seen[name]) && !isEqual(standing[name], operation.record?.[name]);
  return Object.keys(seen)
    .filter(isOverwritten)
    .map((field) => ({ type, id, field, theirs: standing[field], change_id, at }));
}

/** Known by the id of its last change: where that was made, those before it were too. */
function sendingOf(replica: Standing, changes: readonly Pending[]): Sending {
  const [first] = changes;
  const last = changes.at(-1);
  if (!first || !last) throw new Error('Nothing is to be sent.');
  const { type, id, operation, change_id } = last;
  const record = Object.assign({}, ...changes.map((change) => change.operation.record));
  const { op, on } = operation;
  const version = op === 'create' ? undefined : replica.confirmed(first)?.version;
  const fields = op === 'edit' || op === 'create' ? { record } : {};
  return { type, id, changes, operation: { op, ...fields, ...(version && { version }), change_id, ...(on && { on }) } };
}

function withinBounds(sendings: readonly Sending[]): readonly Sending[] {
  let bytes = 0;
  const fits = ({ operation }: Sending, index: number) => {
    bytes += new TextEncoder().encode(JSON.stringify(operation)).length + 100;
    return index === 0 || bytes <= MOST_BYTES;
  };
  const end = sendings.findIndex((sending, index) => !fits(sending, index));
  return end < 0 ? sendings : sendings.slice(0, end);
}

/** The server could not, for now. */
function isForLater({ code }: Refused): boolean {
  return code === 'busy' || code === 'internal';
}

function refusedBy(refused: Refused): (change: Pending) => Pending {
  return (change) => ({ ...change, refused });
}

function isNews(replica: Standing, ref: Ref, record: AnyRecord | undefined): boolean {
  return record !== undefined && record.version > (replica.confirmed(ref)?.version ?? 0);
}
