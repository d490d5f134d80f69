import type { Instant } from '../../domain/dates.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { archiveName, archiveOf } from '../../interop/archive/write-archive.ts';
import type { Replica } from '../sync/replica.ts';
import { downloadBytes } from '../ui/download.ts';
import { Breath } from './breath.ts';

/** Has the browser keep everything as one ZIP: what is here, what waits to be sent among it. */
export async function exportHere(replica: Pick<Replica, 'collection'>, at: Instant) {
  const records = new Map(NOUNS.map(({ type }) => [type, [...replica.collection(type).all()]]));
  const file = archiveName(at);
  const pieces: Uint8Array[] = [];
  const breath = new Breath();
  for (const piece of archiveOf({ nouns: NOUNS, records, at })) {
    pieces.push(piece);
    await breath.take();
  }
  downloadBytes(file, 'application/zip', pieces);
  return { file, counts: Object.fromEntries([...records].map(([type, all]) => [type, all.length])) };
}
