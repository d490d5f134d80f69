import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { shell } from '../../../test/cli-shell.ts';
import { startLaptop } from '../../../test/laptop-process.ts';
import { clientOfFolder } from './client.ts';
import { COMMON } from './commands.ts';
import { FIELD_OPTIONS } from './fields.ts';

const ADA = ['add', 'contact', '--name', 'Ada Lovelace', '--email', 'ada@example.org'];

describe('touchbase', () => {
  test('adds, finds by words, by the end of an id and by the id, and edits', async () => {
    const { run, json } = shell();
    expect(await run([...ADA, '--tags', 'remote, visa'])).toMatchObject({ code: 0, note: '' });
    const [{ contact_id: id }] = await json('list', 'ada');
    for (const who of ['ada', 'Ada Lovelace', id.slice(-8), id]) {
      expect(await json('show', who)).toMatchObject({ contact_id: id, tags: ['remote', 'visa'], interactions: [] });
    }
    expect((await run(['edit', 'ada', '--phone', '+41 44 000 00 00', '--tags', ''])).code).toBe(0);
    expect(await json('show', id)).toMatchObject({ phone: '+41 44 000 00 00', tags: [] });
  });

  test('logs a conversation, of which the contact was heard last', async () => {
    const { run, json } = shell();
    await run(ADA);
    expect((await run(['log', 'ada', '-', '--direction', 'in'], { input: 'Calls back\non Monday\n' })).code).toBe(0);
    const { interactions, last_contacted } = await json('show', 'ada');
    expect(interactions).toMatchObject([
      { body: 'Calls back\non Monday', direction: 'in', occurred_at: last_contacted },
    ]);
    expect(new Date(last_contacted).toISOString()).toBe('2026-03-10T09:00:00.000Z');
  });

  test('does a task once, and one that repeats comes again once', async () => {
    const { run, json } = shell();
    await run(ADA);
    await run([
      'add',
      'task',
      '--title',
      'Send it',
      '--due-on',
      '2026-03-10',
      '--repeat',
      'weekly',
      '--contact',
      'ada',
    ]);
    const [{ task_id: id }] = await json('list', 'tasks');
    expect((await run(['done', id])).out).toContain('again on 2026-03-17');
    expect((await run(['done', id])).out).toContain('Was done already');
    expect(await json('list', 'tasks', '--all')).toMatchObject([
      { done_at: '2026-03-10T09:00:00.000Z' },
      { done_at: null, due_on: '2026-03-17' },
    ]);
  });

  test('lists with the filters and the due dates of the API, and says where there are more', async () => {
    const { run, json } = shell();
    for (const [name, status, day] of [
      ['A', 'ghosted', '2026-03-09'],
      ['B', 'offer', '2026-03-10'],
      ['C', 'offer', '2026-04-01'],
    ]) {
      await run([
        'add',
        'contact',
        '--name',
        `${name}`,
        '--email',
        `${name}@example.org`,
        '--status',
        `${status}`,
        '--next-follow-up',
        `${day}`,
      ]);
    }
    expect(await json('list', '--status', 'offer', '--sort=-next_follow_up')).toMatchObject([
      { name: 'C' },
      { name: 'B' },
    ]);
    const { out, note } = await run(['list', '--limit', '2']);
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(note).toContain('There are more');
  });

  test.each([
    ['a field that is bad, by its option', [...ADA.slice(0, 5), 'nope'], 4, '--email: Enter an e-mail address'],
    ['an option that there is not', [...ADA, '--nickname', 'A'], 2, "Unknown option '--nickname'"],
    ['a field of another noun', [...ADA, '--title', 'Dr'], 2, '--title is no field of a contact'],
    ['whoever is not there', ['show', 'nobody'], 3, 'There is no contact or application “nobody”'],
    ['a command that there is not', ['lst'], 2, 'There is no command “lst”'],
    ['help for a command that there is not', ['help', 'lst'], 2, 'Did you mean `list`?'],
    ['whom nobody named to be edited', ['edit', '--phone', '1'], 2, 'Say which'],
    ['a filter of another list', ['list', '--stage', 'applied'], 2, '--stage is for applications, named first'],
    ['a folder without a database', ['list'], 3, 'There is no database in'],
    ['a limit without a number', ['list', '--limit', '--all'], 2, "Option '--limit' argument is ambiguous. `touch"],
    ['what is not said', ['add'], 2, 'Say what to add'],
    [
      'an instance that does not run',
      ['list', '--server', 'http://127.0.0.1:1'],
      1,
      'Nothing answers at http://127.0.0.1:1',
    ],
    ['an address that is none', ['list', '--server', 'localhost'], 2, '--server takes'],
    ['a folder to write into', ['export', '/tmp'], 2, '/tmp is a folder'],
    ['a folder that is not there', ['backup', '/nowhere/x.db'], 3, 'There is no folder /nowhere'],
    ['a limit that is none', ['list', '--limit', 'x'], 2, '--limit takes'],
  ])('refuses %s', async (what, line, code, sentence) => {
    const { run } = shell();
    if (what !== 'a folder without a database') await run([...ADA.slice(0, 3), 'Someone', '--email', 's@example.org']);
    const refused = await run(line);
    expect(refused).toMatchObject({ code, out: '' });
    expect(refused.note).toContain(sentence);
  });

  test('makes no database where it was only asked to look', async () => {
    const { folder, run } = shell();
    for (const line of [['list'], ['show', 'ada'], ['done', 'x'], ['export', '-']]) {
      expect(await run(line)).toMatchObject({ code: 3, out: '' });
    }
    expect(existsSync(join(folder, 'touchbase.db'))).toBe(false);
  });

  test('lists what belongs to somebody who is named by words', async () => {
    const { run, json } = shell();
    await run(ADA);
    await run(['log', 'ada', 'Hello']);
    await run(['add', 'task', '--title', 'Other']);
    expect(await json('list', 'interactions', '--contact', 'lovelace')).toMatchObject([{ body: 'Hello' }]);
    expect(await run(['list', 'tasks', '--contact', 'nobody'])).toMatchObject({ code: 3 });
    expect((await run(['list', 'applications'])).note).toContain('There are no applications yet');
    expect((await run(['list', 'xyz'])).note).toContain('No contacts are like this');
  });

  test('takes the options of every command before its name, too', async () => {
    const { folder, run } = shell();
    await run(ADA);
    expect(JSON.parse((await run(['--json', '--data', folder, 'list'])).out)).toMatchObject([{ name: 'Ada Lovelace' }]);
    expect((await run(['--help', 'list'])).out).toMatch(/^Usage: touchbase list/);
    expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('names those that are meant where several could be', async () => {
    const { run } = shell();
    await run(ADA);
    await run(['add', 'contact', '--name', 'Ada Byron', '--email', 'byron@example.org']);
    const { code, note } = await run(['show', 'ada']);
    expect({ code, note }).toEqual({
      code: 2,
      note: expect.stringMatching(/[0-9a-f]{8} {2}Ada Lovelace\n.*Ada Byron/),
    });
  });

  test('speaks to a running instance as it does to the file, and the two see each other’s', async () => {
    const { folder, run, json } = shell();
    const laptop = await startLaptop(['--data', folder]);
    try {
      expect(await run([...ADA, '--server', laptop.url])).toMatchObject({ code: 0, note: '' });
      expect(await json('list')).toMatchObject([{ name: 'Ada Lovelace' }]);
      await run(['edit', 'ada', '--phone', '1']);
      expect(await json('list', '--server', laptop.url)).toMatchObject([{ phone: '1' }]);
    } finally {
      await laptop.stop();
    }
  });

  test('exports everything, and writes over no file that is there', async () => {
    const { folder, run } = shell();
    await run(ADA);
    const file = join(folder, 'all.zip');
    expect((await run(['export', file])).out).toBe(`Exported 1 contact to ${file}.\n`);
    expect(await run(['export', file])).toMatchObject({ code: 4, note: expect.stringContaining('--force') });
    expect((await run(['export', file, '--force'])).code).toBe(0);
    expect(strFromU8(unzipSync(readFileSync(file))['contacts.csv'] ?? new Uint8Array())).toContain('ada@example.org');
  });

  test('restores an export into an empty database, once, and leaves alone what was edited since', async () => {
    const [one, other] = [shell(), shell()];
    await one.run([...ADA, '--status', 'ghosted']);
    await one.run(['log', 'ada', 'Hello']);
    const file = join(one.folder, 'all.zip');
    await one.run(['export', file]);
    expect(await other.run(['restore', file])).toMatchObject({ code: 0, out: 'Put back 2; 0 were there already.\n' });
    const [{ updated_at: _, ...before }] = await one.json('list');
    expect(await other.json('list')).toMatchObject([before]);
    expect((await other.run(['restore', file])).out).toBe('Put back 0; 2 were there already.\n');
    await other.run(['edit', 'ada', '--phone', '1']);
    expect((await other.run(['restore', file])).note).toContain('1 stand with other values');
    expect(await other.json('list')).toMatchObject([{ phone: '1' }]);
    expect(await other.run(['restore', join(one.folder, 'touchbase.db')])).toMatchObject({ code: 4 });
    expect(await other.run(['restore', 'nowhere.zip'])).toMatchObject({ code: 3 });
  });

  test('backs up a database that opens elsewhere', async () => {
    const [one, other] = [shell(), shell()];
    await one.run(ADA);
    expect((await one.run(['backup', join(other.folder, 'touchbase.db')])).code).toBe(0);
    expect(await other.json('list')).toMatchObject([{ name: 'Ada Lovelace' }]);
    expect(await shell().run(['backup'])).toMatchObject({ code: 3 });
  });

  test('the doctor finds a sound database well, and names what is not', async () => {
    const { folder, run, json } = shell();
    expect(await run(['doctor'])).toMatchObject({ code: 1, out: expect.stringContaining('There is no database') });
    await run(ADA);
    expect(await run(['doctor'])).toMatchObject({ code: 0 });
    await run(['log', 'ada', 'Hello']);
    const [{ contact_id }] = await json('list');
    const client = clientOfFolder(folder, false);
    await client.send('DELETE', `/v1/contacts/${contact_id}`);
    await client.close();
    expect((await run(['doctor'])).out).toMatch(/warning References: 1 name a record/);
    writeFileSync(
      join(folder, 'touchbase.db'),
      'not a database at all, but a text that is long enough to be one'.repeat(99),
    );
    expect(await run(['doctor'])).toMatchObject({ code: 1, out: expect.stringContaining('go back to a snapshot') });
  });

  test('what a stranger wrote does not speak to the terminal', async () => {
    const { run } = shell();
    await run([
      'add',
      'contact',
      '--name',
      'Eve\u001b[2J\u202e',
      '--email',
      'eve@example.org',
      '--notes',
      'a\u001b]0;x\u0007',
    ]);
    for (const line of [['list'], ['show', 'eve']]) {
      expect((await run(line)).out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });
});

test('no option of a field means something else, too', () => {
  expect(Object.keys(FIELD_OPTIONS).filter((name) => name in COMMON)).toEqual([]);
});
