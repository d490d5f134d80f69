import { randomUUID } from 'node:crypto';
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
  if (!snapshotsIn(folder, name).includes(basename(target))) copyDatabase(file, target);
  for (const left of interruptedIn(folder, name, today)) rmSync(join(folder, left), { force: true });
  for (const old of snapshotsIn(folder, name).slice(0, -SNAPSHOTS_KEPT)) rmSync(join(folder, old));
  return target;
}

/** Copies a database, whole and as of one moment. Two processes may copy at once: each writes a file of its own until then. */
export function copyDatabase(file: string, target: string): void {
  const unfinished = `${target}.${randomUUID()}.unfinished`;
  try {
    run(file, { readOnly: true }, (db) => db.prepare('VACUUM INTO ?').run(unfinished));
    run(unfinished, {}, (db) => db.exec('UPDATE writes SET epoch = lower(hex(randomblob(8)))'));
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function run(file: string, options: { readOnly?: boolean }, work: (db: DatabaseSync) => unknown): void {
  const db = new DatabaseSync(file, options);
  try {
    work(db);
  } finally {
    db.close();
  }
}

/** What copies of other days left when they were interrupted. */
function interruptedIn(folder: string, name: string, today: CalendarDate): string[] {
  const isOurs = (file: string) => file.startsWith(`${name}-`) && file.endsWith('.unfinished');
  return readdirSync(folder).filter((file) => isOurs(file) && !file.startsWith(`${name}-${today}`));
}

/** Oldest first. */
function snapshotsIn(folder: string, name: string): string[] {
  const isSnapshot = (file: string) =>
    file.startsWith(name) && /^-\d{4}-\d{2}-\d{2}\.db$/.test(file.slice(name.length));
  return readdirSync(folder).filter(isSnapshot).sort();
}
