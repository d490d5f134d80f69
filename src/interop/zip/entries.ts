import { Refused } from '../import/format.ts';
import type { Source } from '../import/source.ts';
import { type Directory, damaged, directoryOf, type Listed, UNPACK } from './directory.ts';
import { type Allowance, unpacked } from './unpacked.ts';

/** A file inside an archive. Nothing of it is unpacked before its stream is read, and then only piece by piece. */
export interface Entry extends Source {
  /** Its name inside the archive, with the folders: `Jobs/Saved Jobs.csv`. */
  readonly path: string;
}

const LOCAL_HEADER_SIZE = 30;

/** Whether a file begins as a ZIP archive does: with an entry, or, where it holds none, with its end. */
export function isZip(head: Uint8Array): boolean {
  const [p, k, one, two] = head;
  return p === 0x50 && k === 0x4b && ((one === 3 && two === 4) || (one === 5 && two === 6));
}

/**
 * The files of a ZIP archive in their order, without folders and what macOS adds for itself. A file in it that is an archive
 * itself is given as it is: whoever reads the entries leaves it out.
 *
 * @throws {Refused} where the archive is damaged, encrypted, too large or built to do harm, now or as an entry is read
 */
export async function entriesOf(archive: Source): Promise<readonly Entry[]> {
  const directory = await directoryOf(archive);
  if (directory.listed.some((listed) => listed.isEncrypted)) {
    throw new Refused(`${archive.name} is protected by a password. ${UNPACK}`);
  }
  const ends = endsOf(directory, archive);
  const allowance: Allowance = { taken: new Map(), total: 0 };
  return directory.listed.filter(isFile).map((listed) => ({
    name: `${archive.name}/${listed.path}`,
    path: listed.path,
    size: listed.size,
    stream: () => unpacked(archive, listed, ends.get(listed) ?? 0, allowance),
  }));
}

function isFile({ path }: Listed): boolean {
  return !path.endsWith('/') && !path.startsWith('__MACOSX/') && !/(^|\/)\.DS_Store$/.test(path);
}

/** Where each entry must have ended. Entries that overlap unpack the same bytes again and again: a bomb of its own kind. */
function endsOf(directory: Directory, archive: Source): ReadonlyMap<Listed, number> {
  const inOrder = directory.listed.toSorted((one, other) => one.at - other.at);
  const ends = new Map<Listed, number>();
  for (const [index, listed] of inOrder.entries()) {
    const end = inOrder[index + 1]?.at ?? directory.at;
    if (listed.at + LOCAL_HEADER_SIZE + listed.packedSize > end) throw damaged(archive);
    ends.set(listed, end);
  }
  return ends;
}
