import { headOf, joined, type Source } from '../import/source.ts';
import { entriesOf, isZip } from '../zip/entries.ts';
import { type ReadRecords, readRecords } from './read-records.ts';
import { RECORDS_FILE } from './write-archive.ts';

/**
 * The records of an export of Touchbase: of its ZIP, or of the `touchbase.json` from it.
 *
 * @returns null where the file is something else
 * @throws Refused where it is an export and not whole, or newer than this program
 */
export async function readArchive(source: Source): Promise<ReadRecords | null> {
  const head = await headOf(source);
  if (isZip(head)) {
    const entries = await entriesOf(source);
    const records = entries.find(({ path }) => path === RECORDS_FILE);
    return records ? readRecords(await textOf(records)) : null;
  }
  const isOurs = /^\uFEFF?\s*\{\s*"format"\s*:\s*"touchbase"/.test(new TextDecoder().decode(head.subarray(0, 200)));
  return isOurs ? readRecords(await textOf(source)) : null;
}

async function textOf(source: Source): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source.stream()) pieces.push(piece);
  return new TextDecoder().decode(joined(pieces));
}
