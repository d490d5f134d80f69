import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localDate } from '../../domain/dates.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { archiveName, archiveOf } from '../../interop/archive/write-archive.ts';
import { copyDatabase } from '../../store/sqlite-snapshot.ts';
import { allOf, noDatabase } from './client.ts';
import { type Command, EXIT, Failure, printJson } from './command.ts';

export const exportAll: Command = {
  name: 'export',
  takes: '[FILE]',
  summary: 'Writes everything into one ZIP, from which `restore` rebuilds it.',
  options: { force: { type: 'boolean' } },
  about: { force: 'write over a file that is there' },
  async run(terminal, { words, options }) {
    const at = terminal.now().toISOString();
    const file = words[0] ?? archiveName(at);
    refuseOverwriting(file, options.force === true);
    const client = await terminal.client();
    const records = new Map(
      await Promise.all(NOUNS.map(async ({ type }) => [type, await allOf(client, `/v1/${type}?limit=1000`)] as const)),
    );
    await write(file, archiveOf({ nouns: NOUNS, records, at }));
    const counts = Object.fromEntries([...records].map(([type, all]) => [type, all.length]));
    if (terminal.isJson) printJson(terminal, { file, counts });
    else terminal.out(`Exported ${told(counts)} to ${file}.\n`);
    return EXIT.done;
  },
};

export const backup: Command = {
  name: 'backup',
  takes: '[FILE]',
  summary: 'Copies the database file as it is now, also while Touchbase runs.',
  options: { force: { type: 'boolean' } },
  about: { force: 'write over a file that is there' },
  async run(terminal, { words, options }) {
    const database = join(terminal.folder, 'touchbase.db');
    if (!existsSync(database)) throw new Failure(noDatabase(terminal.folder), EXIT.notFound);
    const file = words[0] ?? `touchbase-${localDate(terminal.now())}.db`;
    refuseOverwriting(file, options.force === true);
    copyDatabase(database, file);
    if (terminal.isJson) printJson(terminal, { file });
    else terminal.out(`Copied the database to ${file}. docs/how-to/restore.md says how to go back to it.\n`);
    return EXIT.done;
  },
};

function refuseOverwriting(file: string, isForced: boolean): void {
  if (isForced || !existsSync(file)) return;
  throw new Failure(`${file} is there already. Choose another name, or write over it with --force.`, EXIT.refused);
}

/** The file gets its name when it is whole: one that is broken off leaves none. */
async function write(file: string, pieces: Iterable<Uint8Array>): Promise<void> {
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
