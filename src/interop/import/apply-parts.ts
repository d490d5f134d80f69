import type { AnyRecord } from '../../domain/noun.ts';
import type { Part, WireOperation } from './parts.ts';
import { type Undo, undoOf } from './undo.ts';

/** What the API answers to one change of a batch. */
export interface Result {
  readonly status: number;
  readonly record?: AnyRecord | undefined;
  readonly problem?: { readonly detail?: string | undefined } | undefined;
}

/** Sends at most 100 changes at once and gives the answer to each; throws where it did not get through. */
export type Send = (operations: readonly WireOperation[]) => Promise<readonly Result[]>;

/** A change that was not made, and why. */
export interface Failure {
  readonly type: string;
  readonly id: string;
  readonly status: number;
  readonly detail: string;
}

export interface Applied {
  /** So many parts were carried out. */
  readonly parts: number;
  readonly failures: readonly Failure[];
  /** What was undone again, where it was cancelled; null where it ran to its end. */
  readonly undo: Undo | null;
}

export interface ApplyOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
  /** How a record stands now, a tombstone too: asked when it is cancelled. */
  readonly read: (type: string, id: string) => Promise<AnyRecord | undefined>;
  readonly newId: () => string;
  /** The time, ISO 8601. */
  readonly now: () => string;
}

const AT_ONCE = 100;

/**
 * Carries out the parts one after the other; the record of each is kept before it begins. After a failure it is called
 * again with the same parts: what was made already stays as it is. Where it is cancelled, what was done is undone.
 *
 * @throws whatever `send` throws, and `Unkept` where the record of a part could not be kept
 */
export async function applyParts(parts: readonly Part[], send: Send, options: ApplyOptions): Promise<Applied> {
  const { signal, onProgress } = options;
  const failures: Failure[] = [];
  await keep(parts[0], [], send);
  for (const [place, part] of parts.entries()) {
    if (signal?.aborted) return cancelled(parts.slice(0, place + 1), place, failures, send, options);
    // The record of the next part goes along: so a part takes one request, and its record is there before it.
    failures.push(...(await keep(parts[place + 1], part.operations, send)));
    onProgress?.(place + 1, parts.length);
  }
  return { parts: parts.length, failures, undo: null };
}

/** Undoes parts; what was changed since is kept and told. */
export async function undoParts(
  parts: Parameters<typeof undoOf>[0],
  send: Send,
  { read, newId, now }: Pick<ApplyOptions, 'read' | 'newId' | 'now'>,
): Promise<{ readonly undo: Undo; readonly failures: readonly Failure[] }> {
  const records = new Map<string, AnyRecord | undefined>();
  for (const { steps } of parts) {
    for (const { type, id } of steps) records.set(`${type}/${id}`, await read(type, id));
  }
  const undo = undoOf(parts, (type, id) => records.get(`${type}/${id}`), { newId, at: now() });
  const failures: Failure[] = [];
  for (let from = 0; from < undo.operations.length; from += AT_ONCE) {
    const operations = undo.operations.slice(from, from + AT_ONCE);
    failures.push(...failuresOf(operations, await send(operations)));
  }
  return { undo, failures };
}

/** The record of a part could not be kept, so the part was not begun. */
export class Unkept extends Error {
  override readonly name = 'Unkept';
}

async function keep(next: Part | undefined, operations: readonly WireOperation[], send: Send) {
  const all = [...operations, ...(next ? [next.record] : [])];
  if (all.length === 0) return [];
  const failures = failuresOf(all, await send(all));
  const unkept = failures.find(({ type }) => type === 'imports');
  if (unkept) throw new Unkept(`The import stopped before its next part: ${unkept.detail}`);
  return failures;
}

async function cancelled(
  begun: readonly Part[],
  parts: number,
  failures: readonly Failure[],
  send: Send,
  options: ApplyOptions,
): Promise<Applied> {
  const done = begun.map(({ record, steps }, place) => ({ import_id: record.id, part: place + 1, steps }));
  const { undo, failures: more } = await undoParts(done, send, options);
  return { parts, failures: [...failures, ...more], undo };
}

function failuresOf(operations: readonly WireOperation[], results: readonly Result[]): readonly Failure[] {
  return operations.flatMap(({ type, id }, place) => {
    const { status = 0, problem } = results[place] ?? {};
    const isMade = status >= 200 && status < 300;
    return isMade ? [] : [{ type, id, status, detail: problem?.detail ?? 'There was no answer to it.' }];
  });
}
