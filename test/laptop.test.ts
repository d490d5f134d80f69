import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Laptop, runLaptop, startLaptop } from './laptop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function laptop(...args: string[]): Promise<Laptop> {
  const running = await startLaptop(args);
  let isStopped = false;
  const stop: Laptop['stop'] = (signal) => {
    isStopped = true;
    return running.stop(signal);
  };
  onTestFinished(async () => void (isStopped || (await stop())));
  return { ...running, stop };
}

async function post(url: string, contact: Record<string, string>): Promise<Contact> {
  const headers = { 'Content-Type': 'application/json' };
  return v.parse(Contact, await json(`${url}/v1/contacts`, { method: 'POST', headers, body: JSON.stringify(contact) }));
}

async function patch(url: string, fields: Record<string, string>): Promise<number> {
  const headers = { 'Content-Type': 'application/json' };
  return (await fetch(url, { method: 'PATCH', headers, body: JSON.stringify(fields) })).status;
}

function finishedSnapshots(folder: string): string[] {
  const snapshots = join(folder, 'snapshots');
  return existsSync(snapshots) ? readdirSync(snapshots).filter((file) => file.endsWith('.db')) : [];
}

async function json(url: string, init?: RequestInit): Promise<unknown> {
  return (await fetch(url, init)).json();
}

async function list(url: string, query: string): Promise<Contact[]> {
  return v.parse(v.array(Contact), await json(`${url}/v1/contacts?${query}`));
}

const Contact = v.looseObject({ contact_id: v.string(), name: v.string() });
type Contact = v.InferOutput<typeof Contact>;

describe('npm start', () => {
  test('prints one line with the address, keeps contacts over a restart, and ends with code 0', async () => {
    const folder = temporaryFolder();
    const first = await laptop('--data', folder);
    expect(first.greeting).toMatch(/^Touchbase is at http:\/\/localhost:\d+ .*touchbase\.db\)\.\n$/);
    const { contact_id } = await post(first.url, { name: 'Alice', email: 'alice@example.org' });
    expect(await first.stop('SIGINT')).toBe(0);
    const second = await laptop('--data', folder);
    expect(await json(`${second.url}/v1/contacts/${contact_id}`)).toMatchObject({ name: 'Alice' });
    expect(await second.stop('SIGTERM')).toBe(0);
  });

  test('answers what is worth typing by hand without its /v1, and says that it is a laptop', async () => {
    const { url } = await laptop('--demo');
    for (const address of ['/health', '/docs', '/openapi.json']) {
      const [short, long] = await Promise.all([fetch(url + address), fetch(`${url}/v1${address}`)]);
      expect([short.status, await short.text()]).toEqual([200, await long.text()]);
    }
    expect(await json(`${url}/config.json`)).toMatchObject({
      home: 'laptop',
      replica: expect.stringMatching(/^touchbase\./),
    });
  });

  test('ends within moments although a browser holds a connection open', async () => {
    const running = await laptop('--demo');
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.write('POST /v1/contacts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{');
    expect(await running.stop()).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('keeps its files from the other users of the machine', async () => {
    const folder = join(temporaryFolder(), 'data');
    await laptop('--data', folder);
    const modes = [folder, join(folder, 'touchbase.db')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  test('goes back to a snapshot as docs/how-to/restore.md says, also after a crash', async () => {
    const folder = temporaryFolder();
    const first = await laptop('--data', folder);
    await expect.poll(() => finishedSnapshots(folder)).toHaveLength(1);
    const [snapshot = ''] = finishedSnapshots(folder);
    await post(first.url, { name: 'Later', email: 'later@example.org' });
    const { cursor } = v.parse(v.object({ cursor: v.string() }), await json(`${first.url}/v1/changes`));
    await first.stop('SIGKILL');
    for (const name of ['touchbase.db', 'touchbase.db-wal', 'touchbase.db-shm']) {
      renameSync(join(folder, name), join(folder, `damaged-${name}`));
    }
    cpSync(join(folder, 'snapshots', snapshot), join(folder, 'touchbase.db'));
    const second = await laptop('--data', folder);
    expect(await list(second.url, '')).toEqual([]);
    expect((await fetch(`${second.url}/v1/changes?since=${cursor}`)).status).toBe(410);
  });

  test('two on one folder lose no edit of each other', async () => {
    const folder = temporaryFolder();
    const [one, two] = [await laptop('--data', folder), await laptop('--data', folder)];
    const { contact_id } = await post(one.url, { name: 'Alice', email: 'alice@example.org' });
    const edit = (url: string, n: number) => patch(`${url}/v1/contacts/${contact_id}`, { notes: String(n) });
    const edits = Array.from({ length: 20 }, (_, n) => edit(n % 2 ? one.url : two.url, n));
    expect(new Set(await Promise.all(edits))).toEqual(new Set([200]));
    expect(await json(`${two.url}/v1/contacts/${contact_id}`)).toMatchObject({ version: 21 });
  });

  test('takes a snapshot of the day beside the database', async () => {
    const folder = temporaryFolder();
    await laptop('--data', folder);
    await expect.poll(() => finishedSnapshots(folder)).toEqual([expect.stringMatching(/^touchbase-[\d-]{10}\.db$/)]);
  });

  test('--demo tells a story of 60 contacts and what they said, overdue ones among them, and leaves no file', async () => {
    const folder = temporaryFolder();
    const { url } = await laptop('--demo', '--data', folder);
    expect(await list(url, 'limit=1000')).toHaveLength(60);
    expect((await list(url, 'due=overdue')).length).toBeGreaterThan(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('--help says what can be said, also where the data goes', async () => {
    const { code, stdout } = await runLaptop(['--help'], { XDG_DATA_HOME: '/somewhere' });
    expect(code).toBe(0);
    for (const word of ['--port', '--data', '--demo', 'TOUCHBASE_PORT', 'TOUCHBASE_DATA'])
      expect(stdout).toContain(word);
  });
});

describe('npm start refuses with one clear sentence and code 1', () => {
  async function complaint(args: readonly string[], env: Record<string, string> = {}): Promise<string> {
    const { code, stderr, stdout } = await runLaptop(args, env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).not.toMatch(/\n\s+at /);
    return stderr;
  }

  test.each(['127.0.0.1', '::1'])('a port that is taken on %s', async (host) => {
    const other = createServer().listen(0, host);
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const said = await complaint(['--data', temporaryFolder()], { TOUCHBASE_PORT: String(port) });
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).toContain('--port');
  });

  test('a data folder that cannot be made', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const said = await complaint(['--port', '0'], { TOUCHBASE_DATA: join(file, 'data') });
    expect(said).toContain(join(file, 'data'));
    expect(said).toContain('--data');
  });

  test('a data folder whose name is too long', async () => {
    expect(await complaint(['--port', '0', '--data', join(temporaryFolder(), 'x'.repeat(300))])).toContain('--data');
  });

  test('a damaged database, and says how to restore it', async () => {
    const folder = temporaryFolder();
    await (await laptop('--data', folder)).stop();
    const file = join(folder, 'touchbase.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xff, 4096));
    expect(await complaint(['--port', '0', '--data', folder])).toContain('docs/how-to/restore.md');
  });

  test('a database of a newer version, and leaves it as it is', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'touchbase.db');
    await (await laptop('--data', folder)).stop();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 999');
    db.close();
    const before = readFileSync(file);
    expect(await complaint(['--port', '0', '--data', folder])).toContain('newer');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is no database', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'touchbase.db'), 'something else '.repeat(100));
    expect(await complaint(['--port', '0', '--data', folder])).toContain('not a Touchbase database');
  });

  test.each([['--prot', '1'], ['--port', 'x'], ['--port', '70000'], ['extra']])('%s %s', async (...args) => {
    expect(await complaint(args.filter(Boolean))).toMatch(/^[^\n]*(port|Unknown option|Unexpected argument)[^\n]*\n$/);
  });
});
