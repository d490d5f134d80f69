import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { shell } from '../../../test/cli-shell.ts';
import { newFolder } from '../../../test/folder.ts';

const folder = newFolder();
afterAll(folder.remove);

function fileOf(name: string, content: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

const PEOPLE = fileOf(
  'people.csv',
  'Name,E-mail,Company,Met at\nAda,ada@example.org,Acme,Fair\nBo,bo@example.org,,\n,,,\n',
);

describe('touchbase import', () => {
  test('shows what it would do, and does nothing before somebody says so', async () => {
    const { run, json } = shell();
    const { code, out, note } = await run(['import', PEOPLE]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/New: 2\npeople\.csv:2 +Ada/) });
    expect(note).toContain('Nothing was changed');
    await run(['import', PEOPLE, '--dry-run', '--yes']);
    expect(await json('list')).toEqual([]);
  });

  test('does it when asked to, once, and asks first where somebody is there', async () => {
    const { run, json } = shell();
    expect((await run(['import', PEOPLE], { answer: 'n' })).code).toBe(0);
    expect(await json('list')).toEqual([]);
    expect((await run(['import', PEOPLE], { answer: 'y' })).out).toContain('2 added');
    expect(await json('list')).toMatchObject([{ name: 'Ada', notes: 'Met at: Fair' }, { name: 'Bo' }]);
    expect((await run(['import', PEOPLE, '--yes'])).out).toContain('nothing in them is new: 2');
    expect(await json('list')).toMatchObject([{ version: 1 }, { version: 1 }]);
  });

  test('reads what is piped in, and asks nobody', async () => {
    const { run, json } = shell();
    const input = 'Name,E-mail\nAda,ada@example.org\n';
    expect((await run(['import', '-'], { input })).note).toContain('Use --yes');
    expect((await run(['import', '-', '--yes'], { input })).out).toContain('1 added');
    expect(await json('list')).toMatchObject([{ name: 'Ada' }]);
  });

  test('takes an import back by its id, and keeps what was edited since', async () => {
    const { run, json } = shell();
    await run(['import', PEOPLE, '--yes']);
    await run(['edit', 'ada', '--phone', '1']);
    const [{ run: id }] = await json('import', '--list');
    expect((await run(['import', '--undo', id.slice(-8)])).out).toBe('Undone. 1 that was edited since stays.\n');
    expect(await json('list')).toMatchObject([{ name: 'Ada', phone: '1' }]);
    expect((await run(['import', '--list'])).out).toContain('undone');
    expect(await run(['import', '--undo', 'ffffffff'])).toMatchObject({ code: 3 });
  });

  test('takes back thousands of records as one does a few', async () => {
    const { run, json } = shell();
    const rows = Array.from({ length: 250 }, (_, place) => `P${place},p${place}@example.org`);
    await run(['import', fileOf('many.csv', `Name,E-mail\n${rows.join('\n')}\n`), '--yes']);
    await run(['edit', 'P7', '--phone', '1']);
    const [{ run: id }] = await json('import', '--list');
    expect((await run(['import', '--undo', id.slice(-8)])).out).toBe('Undone. 1 that was edited since stays.\n');
    expect(await json('list')).toMatchObject([{ name: 'P7', phone: '1' }]);
  });

  test('tells of a confirmation that waits, and begins the application if it is told to accept', async () => {
    const { run, json } = shell();
    const message = join(import.meta.dirname, '../../interop/email/fixtures/greenhouse-confirmation.eml');
    const { out, note } = await run(['import', message, '--yes']);
    expect(out).toContain('Left open: 1 message that seems');
    expect(out + note).not.toMatch(/Not readable|Left alone/);
    expect(await json('list', 'applications')).toEqual([]);
    await run(['import', message, '--yes', '--proposals', 'accepted']);
    expect(await json('list', 'applications')).toMatchObject([{ position: 'Data Engineer', company: 'Northwind' }]);
  });

  test('takes the file’s values where both differ, if it is told so', async () => {
    const { run, json } = shell();
    await run(['add', 'contact', '--name', 'Ada', '--email', 'ada@example.org', '--company', 'Old']);
    await run(['import', PEOPLE, '--yes']);
    expect(await json('show', 'ada')).toMatchObject({ company: 'Old', notes: 'Met at: Fair' });
    await run(['import', PEOPLE, '--yes', '--differing', 'theirs']);
    expect(await json('show', 'ada')).toMatchObject({ company: 'Acme' });
  });

  test('makes of a column what it is told', async () => {
    const { run, json } = shell();
    await run(['import', PEOPLE, '--yes', '--map', 'Met at=contacts.source', '--map', 'Company=']);
    expect(await json('show', 'ada')).toMatchObject({ source: 'Fair', company: null, notes: null });
  });

  test('what is broken off is taken back', async () => {
    const { run, json } = shell();
    const { code, note } = await run(['import', PEOPLE, '--yes'], { signal: AbortSignal.abort() });
    expect({ code, note }).toEqual({ code: 1, note: expect.stringContaining('taken back') });
    expect(await json('list')).toEqual([]);
  });

  test('Ctrl+C takes back what is half done, before the shell goes on', async () => {
    const { folder: data, run, json } = shell();
    await run(['add', 'contact', '--name', 'Bo', '--email', 'bo@example.org']);
    const rows = Array.from({ length: 5000 }, (_, row) => `P${row},p${row}@example.org\n`);
    const file = fileOf('many.csv', `Name,E-mail\n${rows.join('')}`);
    const program = join(import.meta.dirname, '../touchbase.js');
    // A group of its own, as a terminal gives one to what it runs: Ctrl+C is for all of it.
    const touchbase = spawn(program, ['import', file, '--yes', '--data', data], { detached: true });
    await once(touchbase.stdout, 'data');
    process.kill(-Number(touchbase.pid), 'SIGINT');
    expect(await once(touchbase, 'exit')).toEqual([1, null]);
    expect(await json('list')).toMatchObject([{ name: 'Bo' }]);
  });

  test.each([
    ['no file', ['import'], 2, 'Say which files'],
    ['a file that is not there', ['import', '/nowhere.csv'], 3, 'There is no file'],
    ['a file of no known kind', ['import', fileOf('a.pdf', '%PDF-1.7 x')], 4, 'a.pdf'],
    ['a column that is not there', ['import', PEOPLE, '--map', 'Age=contacts.notes'], 2, 'no column “Age”'],
    ['a field that is none', ['import', PEOPLE, '--map', 'Name=contacts.age'], 2, '“contacts.age” is no field'],
    ['a choice that is none', ['import', PEOPLE, '--likely', 'maybe'], 2, '--likely takes'],
  ])('refuses %s', async (_, line, code, sentence) => {
    const refused = await shell().run(line);
    expect(refused).toMatchObject({ code, out: '' });
    expect(refused.note).toContain(sentence);
  });
});
