import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

const jenkinsfile = read('Jenkinsfile');
const commands = [...jenkinsfile.matchAll(/'(npm (?:run )?[\w:-]+)([^'|\n]*)/g)];
const { scripts } = v.parse(v.object({ scripts: v.record(v.string(), v.string()) }), JSON.parse(read('package.json')));

describe('the Jenkinsfile', () => {
  test('goes from verifying to the smoke test in the agreed order', () => {
    const stages = [...jenkinsfile.matchAll(/stage\('([^']+)'\)/g)].map(([, name]) => name);
    expect(stages).toEqual([
      'Confirm',
      'Install',
      'Verify',
      'Build',
      'Plan',
      'Approve',
      'Apply',
      'Upload',
      'Smoke',
      'Tear down',
    ]);
  });

  test('runs one build at a time, not for ever, and with times in its log', () => {
    const options = block('options');
    expect(options).toContain('disableConcurrentBuilds()');
    expect(options).toMatch(/timeout\(time: \d+, unit: 'HOURS'\)/);
    expect(options).toContain('timestamps()');
  });

  test('changes nothing where nobody chose otherwise', () => {
    expect(block('parameters')).toMatch(/choice\(name: 'ACTION', choices: \['plan', 'deploy', 'teardown'\]/);
  });

  test('archives the plan, asks before it applies it to production, and applies just that plan', () => {
    expect(stage('Plan')).toMatch(/--plan --plan-file tfplan /);
    expect(stage('Plan')).toMatch(/archiveArtifacts artifacts: '[^']*tfplan/);
    expect(stage('Approve')).toContain("params.ACTION == 'deploy' && params.ENVIRONMENT == 'production'");
    expect(stage('Approve')).toContain('input message:');
    expect(stage('Apply')).toContain('--plan-file tfplan ');
  });

  test('tears nothing down before its name was typed', () => {
    expect(stage('Confirm')).toContain("params.ACTION == 'teardown'");
    expect(stage('Confirm')).toMatch(/params\.CONFIRM != env\.NAME\) \{\s+error /);
    expect(jenkinsfile.indexOf("stage('Confirm')")).toBeLessThan(jenkinsfile.indexOf('sh '));
  });

  test('takes the deploy role for what speaks to AWS, and says no secret aloud', () => {
    for (const name of ['Plan', 'Apply', 'Upload', 'Smoke', 'Tear down']) expect(stage(name)).toContain("asDeployer('");
    const shell = assumingShell();
    expect(shell).toContain('aws sts assume-role');
    expect(shell).not.toMatch(/\becho\b|set -\w*x/);
    expect(jenkinsfile).not.toMatch(/\$\{?(KEY|KEY_ID)\b.*"""/);
  });

  test('names no file of the source', () => {
    expect(jenkinsfile).not.toMatch(/\b(src|scripts|infra|test|docs)\/|\.(ts|tsx|tf|mjs)\b/);
  });

  test('runs npm scripts alone, and every one of them exists', () => {
    const run = commands.map(([, command = '']) => command).filter((command) => command !== 'npm ci');
    expect(new Set(run)).toEqual(new Set(['npm run verify', 'npm run deploy', 'npm run teardown']));
    const named = [
      ...Object.values(scripts)
        .join(' ')
        .matchAll(/npm run (?:--silent )?([\w:-]+)/g),
    ];
    const wanted = [...run.map((command) => command.slice('npm run '.length)), ...named.map(([, name = '']) => name)];
    expect(wanted.filter((script) => !(script in scripts))).toEqual([]);
  });

  test.each(['deploy', 'teardown'])('npm run %s knows every option that the stages give it', (script) => {
    const { status, stdout } = npm('run', '--silent', script, '--', '--help');
    expect(status).toBe(0);
    const given = commands.filter(([, command]) => command === `npm run ${script}`).map(([, , rest = '']) => rest);
    const options = [`${given.join(' ')} ${/target=\((.*)\)/.exec(assumingShell())?.[1]}`.match(/--[\w-]+/g)].flat();
    expect(options.filter((option) => option && !stdout.includes(option))).toEqual([]);
  });

  test('is valid Bash where it takes the role', () => {
    expect(() => execFileSync('bash', ['-n'], { input: assumingShell(), stdio: 'pipe' })).not.toThrow();
  });

  test('hands the borrowed keys to the command, and not the key that borrows them', () => {
    const shell = `aws() { [ "$AWS_ACCESS_KEY_ID/$AWS_SECRET_ACCESS_KEY" = mine/secret ] && printf 'A\\tB\\tC\\n'; }
${assumingShell().replace('#!/bin/bash', '')}
env | grep -E '^(AWS_|KEY)' | sort; printf '%s\\n' "\${target[@]}"`;
    const env = { PATH: process.env.PATH, KEY_ID: 'mine', KEY: 'secret', DEPLOY_ROLE: 'role', BUILD_NUMBER: '7' };
    const output = execFileSync('bash', ['--norc', '-c', shell], {
      env: { ...env, NAME: 'touchbase', ENVIRONMENT: 'production' },
      encoding: 'utf8',
    });
    expect(output.trim().split('\n')).toEqual([
      'AWS_ACCESS_KEY_ID=A',
      'AWS_SECRET_ACCESS_KEY=B',
      'AWS_SESSION_TOKEN=C',
      '--yes',
      '--name',
      'touchbase',
      '--environment',
      'production',
    ]);
  });
});

describe('npm run lint:jenkins', () => {
  test('fails where there is no Java, and says what to do', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/lint-jenkins.ts')], {
      env: { PATH: '' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/put Java \d+ or newer on the PATH/);
  });
});

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function block(name: string): string {
  return new RegExp(`^ {4}${name} \\{\\n(.*?)^ {4}\\}`, 'ms').exec(jenkinsfile)?.[1] ?? '';
}

function stage(name: string): string {
  return new RegExp(`^ {8}stage\\('${name}'\\) \\{\\n(.*?)^ {8}\\}`, 'ms').exec(jenkinsfile)?.[1] ?? '';
}

function assumingShell(): string {
  return /script: '''(.*?)'''/s.exec(jenkinsfile)?.[1]?.replaceAll(/\\\\/g, '\\') ?? '';
}

function npm(...args: readonly string[]): { status: number | null; stdout: string } {
  return spawnSync('npm', args, { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
}
