import * as v from 'valibot';
import type { JsonObject } from '../../domain/json.ts';
import { Refused } from '../import/format.ts';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from './write-archive.ts';

/** The records of an export as they were read, by the type of their noun. */
export type ReadRecords = ReadonlyMap<string, readonly JsonObject[]>;

const Exported = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  format_version: v.number(),
  counts: v.record(v.string(), v.number()),
  records: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
});

/**
 * The records of a `touchbase.json`. Each is judged when it is reinstated; here only the file is.
 *
 * @throws Refused where it is another file, newer than this program, or not whole
 */
export function readRecords(text: string): ReadRecords {
  const { success, output } = v.safeParse(Exported, parsed(text));
  if (!success) throw new Refused('This JSON is no export of Touchbase. Choose the ZIP or the touchbase.json in it.');
  if (output.format_version > ARCHIVE_VERSION) {
    throw new Refused('This export was written by a newer Touchbase. Update Touchbase, then restore it.');
  }
  for (const [type, count] of Object.entries(output.counts)) {
    const there = output.records[type]?.length ?? 0;
    if (there === count) continue;
    throw new Refused(
      `The export says that it has ${count} ${type}, but there are ${there}. Export again, or mend it.`,
    );
  }
  return new Map(Object.entries(output.records));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('This file ends in the middle, or is no JSON. Export again, or choose another copy of it.');
  }
}
