import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFailed, onTestFinished, test } from 'vitest';
import type { Contact } from '../src/domain/contact.ts';
import { seededRandom } from '../src/entry/story/seeded-random.ts';
import { openDatabase } from '../src/store/sqlite-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ROUNDS = 50;
const LONGEST_LIFE_MS = 120;

/**
 * The system outlives the process, so this shows what a killed program leaves behind. That a power cut leaves no less
 * is the promise of `synchronous=FULL`.
 */
test(`after each of ${ROUNDS} kills at random moments, every acknowledged write is there and is found`, async () => {
  const seed = Number(process.env.TOUCHBASE_CRASH_SEED ?? randomInt(1, 2 ** 31));
  onTestFailed(() => console.error(`TOUCHBASE_CRASH_SEED=${seed} repeats these moments.`));
  const random = seededRandom(seed);
  const file = newDatabase();
  let standing = new Map<string, Contact>();
  let next = spawnProgram('test/crash-writer.ts', file, `${seed}`);
  for (let round = 1; round <= ROUNDS; round++) {
    const writer = next;
    next = spawnProgram('test/crash-writer.ts', file, `${seed + round}`);
    const told = await liveAndDie(writer, random() * LONGEST_LIFE_MS);
    const before = standing;
    standing = expectWhole(file);
    expect(standing).toEqual(new Map([...before, ...told.acknowledged, ...kept(told.pending, standing)]));
  }
  expect(standing.size).toBeGreaterThan(ROUNDS);
}, 90_000);

test('a contact that was answered 201 is there after the server is killed at that moment', async () => {
  const folder = temporaryFolder();
  const { child, loaded, closed, told } = spawnProgram('src/entry/laptop.ts', '--port', '0', '--data', folder);
  await loaded;
  const [url] = /http:\S+/.exec(told()) ?? [];
  const response = await fetch(`${url}/v1/contacts`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'Marta', email: 'marta@example.org' }),
  });
  child.kill('SIGKILL');
  expect(response.status).toBe(201);
  await closed;
  expect([...expectWhole(join(folder, 'touchbase.db')).values()]).toMatchObject([{ name: 'Marta' }]);
});

function newDatabase(): string {
  const file = join(temporaryFolder(), 'touchbase.db');
  openDatabase(file).close();
  return file;
}

/** Loading takes longer than most lives, so a writer loads while the one before it lives. */
function spawnProgram(program: string, ...args: readonly string[]) {
  const path = join(import.meta.dirname, '..', program);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = '';
  child.stdout.on('data', (chunk) => {
    told += chunk;
  });
  const closed = once(child, 'close');
  return { child, loaded: Promise.race([once(child.stdout, 'data'), closed]), closed, told: () => told };
}

async function liveAndDie({ child, loaded, closed, told }: ReturnType<typeof spawnProgram>, lifeMs: number) {
  await loaded;
  child.stdin.write('begin');
  await wait(lifeMs);
  child.kill('SIGKILL');
  await closed;
  expect(child.signalCode).toBe('SIGKILL');
  return readTold(told());
}

/** The last record of each contact that is said to be kept, and those whose write had begun. */
function readTold(told: string) {
  const acknowledged = new Map<string, Contact>();
  const pending = new Map<string, Contact>();
  for (const line of told.split('\n').slice(1, -1)) {
    const [what = '', rest = ''] = line.split(/ (.*)/s);
    if (what === 'writing') {
      const record: Contact = JSON.parse(rest);
      pending.set(record.contact_id, record);
      continue;
    }
    const record = pending.get(rest);
    if (record) acknowledged.set(rest, record);
    pending.delete(rest);
  }
  return { acknowledged, pending };
}

/** A write that was not acknowledged may have been kept, but then whole. */
function kept(pending: ReadonlyMap<string, Contact>, standing: ReadonlyMap<string, Contact>): [string, Contact][] {
  return [...pending].filter(([id, { version }]) => standing.get(id)?.version === version);
}

/** The records of the file as the killed program left it: its log stays for the next program to recover. */
function expectWhole(file: string): Map<string, Contact> {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    expectIndexed(db);
    const rows = db.prepare('SELECT id, record FROM records').all();
    return new Map(rows.map(({ id, record }) => [String(id), JSON.parse(String(record))]));
  } finally {
    db.close();
  }
}

/** The search index has the words of each record that is not deleted, and of no other. */
function expectIndexed(db: DatabaseSync): void {
  const live = db
    .prepare("SELECT key, record ->> 'name' AS name FROM records WHERE expires_at IS NULL ORDER BY key")
    .all();
  const keys = live.map(({ key }) => ({ key }));
  expect(db.prepare('SELECT rowid AS key FROM search ORDER BY rowid').all()).toEqual(keys);
  const search = db.prepare('SELECT rowid AS key FROM search WHERE search MATCH ?');
  expect(live.map(({ name }) => search.all(`words : "${name}"`))).toEqual(keys.map((key) => [key]));
}
