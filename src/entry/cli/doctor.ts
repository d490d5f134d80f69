import { existsSync, readdirSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { daysBetween, localDate } from '../../domain/dates.ts';
import { type AnyRecord, idOf, type Noun, parseFields, SERVER_FIELDS } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { damageOf } from '../../store/sqlite-file.ts';
import { allOf, noDatabase } from './client.ts';
import { type Command, EXIT, printJson, type Terminal } from './command.ts';
import { danglingIn } from './dangling.ts';

interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'warning' | 'bad';
  /** With the remedy, where one is needed. */
  readonly detail: string;
}

export const doctor: Command = {
  name: 'doctor',
  takes: '',
  summary: 'Checks the database, its records, snapshots and folder, and says what to do.',
  async run(terminal) {
    const findings: Finding[] = [];
    for await (const finding of examine(terminal)) {
      findings.push(finding);
      if (!terminal.isJson) terminal.out(`${MARKS[finding.state]} ${finding.what}: ${finding.detail}\n`);
    }
    if (terminal.isJson) printJson(terminal, findings);
    return findings.some(({ state }) => state === 'bad') ? EXIT.failed : EXIT.done;
  },
};

const MARKS = { ok: 'ok     ', warning: 'warning', bad: 'BAD    ' };

async function* examine(terminal: Terminal): AsyncIterable<Finding> {
  yield { what: 'Node', state: 'ok', detail: process.version };
  if (terminal.url === undefined) {
    const file = join(terminal.folder, 'touchbase.db');
    if (!existsSync(file)) {
      yield { what: 'Database', state: 'bad', detail: noDatabase(terminal.folder) };
      return;
    }
    const database = databaseOf(file);
    yield database;
    if (database.state === 'bad') return;
    yield snapshotsOf(terminal.folder, terminal.now());
    yield folderOf(terminal.folder);
    yield await spaceFor(file);
  }
  yield* recordsOf(terminal);
}

function databaseOf(file: string): Finding {
  const damage = damageOf(file);
  const detail = `${file}, ${megabytes(statSync(file).size)}`;
  if (damage === null) return { what: 'Database', state: 'ok', detail };
  return {
    what: 'Database',
    state: 'bad',
    detail: `${damage}. docs/how-to/restore.md says how to go back to a snapshot.`,
  };
}

function snapshotsOf(folder: string, now: Date): Finding {
  const place = join(folder, 'snapshots');
  const names = existsSync(place) ? readdirSync(place).filter((name) => name.endsWith('.db')) : [];
  const last = names.toSorted().at(-1)?.slice(-13, -3);
  if (last === undefined) {
    return {
      what: 'Snapshots',
      state: 'warning',
      detail: 'There is none yet. One is taken each day that Touchbase runs.',
    };
  }
  const isOld = daysBetween(last, localDate(now)) > 7;
  const detail = `${names.length}, the last of ${last}`;
  return {
    what: 'Snapshots',
    state: isOld ? 'warning' : 'ok',
    detail: isOld ? `${detail}. \`touchbase backup\` makes one now.` : detail,
  };
}

function folderOf(folder: string): Finding {
  const isOpen = process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0;
  if (!isOpen) return { what: 'Folder', state: 'ok', detail: 'for you alone' };
  return { what: 'Folder', state: 'warning', detail: `Others of this machine may read it: chmod 700 ${folder}` };
}

async function spaceFor(file: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(file);
  const free = bavail * bsize;
  const isEnough = free > 100_000_000 + 2 * statSync(file).size;
  const detail = `${megabytes(free)} free`;
  return {
    what: 'Disk',
    state: isEnough ? 'ok' : 'warning',
    detail: isEnough ? detail : `${detail}: make room for the snapshots.`,
  };
}

async function* recordsOf(terminal: Terminal): AsyncIterable<Finding> {
  const client = await terminal.client();
  const all = new Map<string, readonly AnyRecord[]>();
  for (const noun of NOUNS) {
    const records = await allOf(client, `/v1/${noun.type}?limit=1000`);
    all.set(noun.type, records);
    yield recordsFinding(noun, records);
  }
  const dangling = danglingIn(NOUNS, all);
  const detail = `${dangling.length} name a record that is not there any more; they show without it`;
  if (dangling.length > 0) yield { what: 'References', state: 'warning', detail };
  else yield { what: 'References', state: 'ok', detail: 'all lead to a record' };
}

function recordsFinding(noun: Noun, records: readonly AnyRecord[]): Finding {
  const bad = records.filter((record) => 'errors' in parseFields(noun, fieldsOf(noun, record)));
  if (bad.length === 0) return { what: noun.type, state: 'ok', detail: String(records.length) };
  const ids = bad.slice(0, 5).map((record) => idOf(noun, record));
  return {
    what: noun.type,
    state: 'bad',
    detail: `${bad.length} of ${records.length} break a rule: ${ids.join(', ')}. Edit them.`,
  };
}

function fieldsOf({ idField }: Noun, record: AnyRecord) {
  const server: readonly string[] = [idField, ...SERVER_FIELDS];
  return Object.fromEntries(Object.entries(record).filter(([name]) => !server.includes(name)));
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
