import { randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { NOUNS } from '../../domain/nouns.ts';
import { EXIT, Failure, printJson, type Terminal } from './command.ts';

/** Stands for the standard output where a file is named. */
export const STANDARD = '-';

/** @throws Failure where the file is there and may not be written over, or cannot be made */
export function refuseOverwriting(file: string, isForced: boolean): void {
  if (file === STANDARD) return;
  const folder = dirname(file);
  if (!existsSync(folder)) throw new Failure(`There is no folder ${folder}.`, EXIT.notFound);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure(`${file} is a folder. Name a file in it.`, EXIT.usage);
  }
  if (isForced || !existsSync(file)) return;
  throw new Failure(`${file} is there already. Choose another name, or write over it with --force.`, EXIT.refused);
}

/** Writes to a file, or to the standard output. A file gets its name when it is whole: one that is broken off leaves none. */
export async function write({ bytes }: Terminal, file: string, pieces: Iterable<Uint8Array>): Promise<void> {
  if (file === STANDARD) {
    for (const piece of pieces) await bytes(piece);
    return;
  }
  const unfinished = `${file}.${randomUUID()}.unfinished`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    for (const piece of pieces) await handle.write(piece);
    await handle.sync();
    await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Says what was written; beside the standard output where that is what was written to. */
export function tellExported(terminal: Terminal, file: string, counts: Readonly<Record<string, number>>): void {
  if (file === STANDARD) terminal.note(`Exported ${told(counts)}.\n`);
  else if (terminal.isJson) printJson(terminal, { file, counts });
  else terminal.out(`Exported ${told(counts)} to ${file}.\n`);
}

/** “60 contacts, 80 applications”: of what there is anything. */
export function told(counts: Readonly<Record<string, number>>): string {
  const some = NOUNS.map(({ type, singular }) => ({ count: counts[type] ?? 0, type, singular })).filter(
    ({ count }) => count > 0,
  );
  return (
    some.map(({ count, type, singular }) => `${count} ${count === 1 ? singular : type}`).join(', ') ||
    'nothing, for there is nothing yet,'
  );
}
