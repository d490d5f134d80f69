import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shell } from '../../../test/cli-shell.ts';

describe('help', () => {
  test('help names every command, and each of them explains itself', async () => {
    const { run } = shell();
    const { out } = await run(['help']);
    for (const [, name = ''] of out.matchAll(/^ {2}(\w+) {2,}\w/gm)) {
      expect((await run([name, '--help'])).out).toMatch(new RegExp(`^Usage: touchbase ${name}`));
    }
  });

  test('help of a type shows its fields and what they take, on any width of screen', async () => {
    const { run } = shell();
    for (const line of [
      ['help', 'add', 'application'],
      ['add', 'application', '--help'],
    ]) {
      const { out } = await run(line, { width: 60 });
      expect(out).toMatch(/--stage … +Stage: saved, applied/);
      expect(out).not.toContain('--due-on');
      for (const row of out.split('\n')) expect(row.length).toBeLessThanOrEqual(60);
    }
    expect((await run(['help', 'import'])).out).toContain('-y, --yes');
    expect((await run(['help', 'list'])).out).toMatch(/--stage … +applications: saved/);
  });
});

test('the completion of bash offers commands, nouns and options', async () => {
  const { folder, run } = shell();
  const script = join(folder, 'completion.sh');
  writeFileSync(script, (await run(['completion', 'bash'])).out);
  const complete = (...words: string[]) =>
    execFileSync('bash', [
      '-c',
      `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _touchbase; echo "\${COMPREPLY[*]}"`,
      script,
      ...words,
    ]).toString();
  expect(complete('touchbase', 'do')).toBe('done doctor\n');
  expect(complete('touchbase', 'help', 'doc')).toBe('doctor\n');
  expect(complete('touchbase', 'list', 'app')).toBe('applications\n');
  expect(complete('touchbase', 'add', '--next-f')).toBe('--next-follow-up\n');
});

test('starts by its name on the Node that comes with it', () => {
  const program = join(import.meta.dirname, '../touchbase.js');
  expect(existsSync(program)).toBe(true);
  expect(execFileSync(program, ['help']).toString()).toContain('Usage: touchbase');
});
