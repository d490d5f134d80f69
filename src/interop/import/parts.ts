import { digestOf, digestOfFields } from '../../domain/digest.ts';
import { type ImportStep, MOST_STEPS } from '../../domain/import.ts';
import type { JsonObject } from '../../domain/json.ts';
import { nounOfFound } from './entry.ts';
import type { Plan, Write } from './plan.ts';
import { finished, type Work } from './work.ts';

/** A change as the batch of the API takes it. */
export interface WireOperation {
  readonly op: 'create' | 'edit' | 'remove';
  readonly type: string;
  readonly id: string;
  readonly version?: number;
  readonly record?: JsonObject;
  readonly change_id: string;
}

/** What is sent at once, after its record was: any of it may be sent again. */
export interface Part {
  /** Creates the record of the part (`importNoun`). */
  readonly record: WireOperation;
  readonly operations: readonly WireOperation[];
  readonly steps: readonly ImportStep[];
}

export interface PartsContext {
  /** Another id (UUID, version 7) each time. */
  readonly newId: () => string;
  /** The files that are brought in, as they are called. */
  readonly name: string;
  /** The id of the format. */
  readonly format: string;
}

/** So many UTF-8 bytes of operations go in one request, well below the 1 MB that it may have. */
const MOST_SENT = 500_000;

/** So many of steps are kept in one record, well below the 400 KB of an item of DynamoDB. */
const MOST_KEPT = 200_000;

/**
 * What a plan does, in parts that are carried out one after the other: contacts before what names them. Ids and changes are
 * chosen here, once: the parts are kept until all was sent, and sent again after a failure.
 */
export function partsOf(plan: Plan, context: PartsContext): readonly Part[] {
  return finished(partsInSteps(plan, context));
}

/** The same, for whoever must draw meanwhile. */
export function* partsInSteps({ writes }: Plan, { newId, name, format }: PartsContext): Work<readonly Part[]> {
  const run = newId();
  const packs = yield* packed(writes, newId);
  return packs.map((pack, place) => {
    const steps = pack.map(({ step }) => step);
    const record = { name: cut(name, 300), format: cut(format, 50), run, part: place + 1, parts: packs.length, steps };
    return {
      record: { op: 'create', type: 'imports', id: newId(), record, change_id: newId() },
      operations: pack.map(({ operation }) => operation),
      steps,
    };
  });
}

/** Half of an emoji at the end would have the record refused, and with it the way back. */
function cut(text: string, length: number): string {
  return text.slice(0, length).toWellFormed().replaceAll('\0', '');
}

function operationOf({ type, id, before, record }: Write, change_id: string): WireOperation {
  if (!before) return { op: 'create', type, id, record, change_id };
  return { op: 'edit', type, id, version: before.version, record, change_id };
}

/** The digest of a new record is of all its fields, those of an edit are of each field. */
function stepOfWrite({ type, id, before, record }: Write): ImportStep {
  const names = Object.keys(record);
  if (!before) {
    const fields = Object.keys(nounOfFound(type).fields);
    return { type, id, act: 'created', before: null, after: JSON.stringify(digestOfFields(fields, record)) };
  }
  const values = Object.fromEntries(names.map((name) => [name, before[name] ?? null]));
  const digests = Object.fromEntries(names.map((name) => [name, digestOf(record[name])]));
  return { type, id, act: 'edited', before: JSON.stringify(values), after: JSON.stringify(digests) };
}

interface Packed {
  readonly operation: WireOperation;
  readonly step: ImportStep;
}

function* packed(writes: readonly Write[], newId: () => string): Work<readonly (readonly Packed[])[]> {
  const packs: Packed[][] = [];
  let [sent, kept] = [0, 0];
  for (const write of writes) {
    const one = { operation: operationOf(write, newId()), step: stepOfWrite(write) };
    const [more, moreKept] = [sizeOf(one.operation), sizeOf(one.step)];
    const pack = packs.at(-1);
    if (pack && pack.length < MOST_STEPS && sent + more <= MOST_SENT && kept + moreKept <= MOST_KEPT) {
      pack.push(one);
      sent += more;
      kept += moreKept;
    } else {
      packs.push([one]);
      [sent, kept] = [more, moreKept];
    }
    yield;
  }
  return packs;
}

const encoder = new TextEncoder();

function sizeOf(value: object): number {
  return encoder.encode(JSON.stringify(value)).length;
}
