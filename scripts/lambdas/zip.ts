import { zipSync } from 'fflate';

/** The earliest that a zip can name; as local time, which is what it holds: the same bytes in every time zone. */
const MODIFIED = new Date(1980, 0, 1);

/** Files as a zip whose bytes follow from theirs alone. */
export function zipOf(files: readonly (readonly [name: string, content: Uint8Array])[]): Uint8Array {
  const sorted = files.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: MODIFIED });
}
