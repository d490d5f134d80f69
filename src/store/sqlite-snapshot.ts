import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CalendarDate } from '../domain/dates.ts';

const SNAPSHOTS_KEPT = 7;

/**
 * Copies a database file to `snapshots/<name>-<date>.db` beside it, once a day, and keeps the last seven. The copy is
 * whole: it gets its name only when it is complete (https://sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause).
 *
 * @returns the path of the snapshot of `today`
 */
export function takeSnapshot(file: string, today: CalendarDate): string {
  const folder = join(dirname(file), 'snapshots');
  const name = basename(file, '.db');
  const target = join(folder, `${name}-${today}.db`);
  mkdirSync(folder, { recursive: true });
  if (!snapshotsIn(folder, name).includes(basename(target))) copy(file, join(folder, `${name}.unfinished`), target);
  for (const old of snapshotsIn(folder, name).slice(0, -SNAPSHOTS_KEPT)) rmSync(join(folder, old));
  return target;
}

function copy(file: string, unfinished: string, target: string): void {
  rmSync(unfinished, { force: true });
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
  } finally {
    db.close();
  }
  renameSync(unfinished, target);
}

/** Oldest first. */
function snapshotsIn(folder: string, name: string): string[] {
  const isSnapshot = (file: string) =>
    file.startsWith(name) && /^-\d{4}-\d{2}-\d{2}\.db$/.test(file.slice(name.length));
  return readdirSync(folder).filter(isSnapshot).sort();
}
