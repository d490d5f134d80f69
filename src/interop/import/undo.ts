import { digestOf, digestOfFields } from '../../domain/digest.ts';
import type { ImportStep } from '../../domain/import.ts';
import { isObject, type JsonObject } from '../../domain/json.ts';
import type { AnyRecord, Noun } from '../../domain/noun.ts';
import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { type From, wayTo } from '../../domain/way-back.ts';
import type { WireOperation } from './parts.ts';

/** A part of an import as its record tells it, or as it was just sent. */
export interface DonePart {
  readonly import_id: string;
  readonly part: number;
  readonly steps: readonly ImportStep[];
}

export interface Undo {
  /** To be sent in this order; the last say of each part that it was undone. */
  readonly operations: readonly WireOperation[];
  /** What was changed since, and so stays wholly or in part. */
  readonly kept: readonly { readonly type: string; readonly id: string }[];
}

/**
 * How to undo a whole import at any later time: what it created and nobody changed since is removed, fields that stand as
 * it wrote them are put back. A record that somebody changes in between is refused by its version, not overwritten.
 *
 * @param read how a record stands now, a tombstone too
 * @param at when it is undone, ISO 8601
 */
export function undoOf(
  parts: readonly DonePart[],
  read: (type: string, id: string) => AnyRecord | undefined,
  { newId, at }: { readonly newId: () => string; readonly at: string },
): Undo {
  const latest = [...parts].sort((one, other) => other.part - one.part);
  const kept: Undo['kept'][number][] = [];
  const operations = latest.flatMap(({ steps }) =>
    steps.toReversed().flatMap((step): readonly WireOperation[] => {
      const { type, id } = step;
      const current = read(type, id);
      if (!current || current.deleted_at !== null || isUndone(step, current)) return [];
      const { operation, isWhole } = wayBack(step, current);
      if (!isWhole) kept.push({ type, id });
      if (operation?.op !== 'edit' && operation?.op !== 'remove') return [];
      const { op, record } = operation;
      return [{ op, type, id, version: current.version, ...(record && { record }), change_id: newId() }];
    }),
  );
  const marks = latest.map(({ import_id: id }): WireOperation => {
    return { op: 'edit', type: 'imports', id, record: { undone_at: at }, change_id: newId() };
  });
  return { operations: [...operations, ...marks], kept };
}

function wayBack(step: ImportStep, current: AnyRecord) {
  const noun = nounOf(NOUNS, step.type);
  const after: unknown = JSON.parse(step.after);
  if (step.act === 'created') {
    const stands = () => digestOfFields(Object.keys(noun.fields), current) === after;
    return wayTo({ isThere: true, names: ['all'], stands }, { isThere: false, values: {} }, current);
  }
  const digests = isObject(after) ? after : {};
  const stands: From['stands'] = (record, name) => digestOf(record?.[name] ?? null) === digests[name];
  const from = { isThere: true, names: Object.keys(digests), stands };
  return wayTo(from, { isThere: true, values: beforeOf(step) }, current, groupsOf(noun));
}

/** An edit that was never made, or is undone already, leaves nothing to do. */
function isUndone(step: ImportStep, current: AnyRecord): boolean {
  const before = beforeOf(step);
  return (
    step.act === 'edited' &&
    Object.keys(before).every((name) => digestOf(current[name] ?? null) === digestOf(before[name]))
  );
}

function beforeOf({ before }: ImportStep): JsonObject {
  const values: unknown = before === null ? {} : JSON.parse(before);
  return isObject(values) ? values : {};
}

/** A history and what it is of, with the day of applying, which the history of stages decides. */
function groupsOf({ history }: Noun): readonly (readonly string[])[] {
  return history ? [[history.field, ...history.of, 'applied_on']] : [];
}
