import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const SCRIPTS = join(import.meta.dirname, '..');
const NOWHERE = {
  AWS_CONFIG_FILE: '/nowhere',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
  AWS_EC2_METADATA_DISABLED: 'true',
};

function script(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(SCRIPTS, `${name}.ts`), ...args], {
    env: { PATH: '', ...NOWHERE, ...env },
    encoding: 'utf8',
    input: '',
    timeout: 50_000,
  });
}

describe.each(['deploy', 'teardown', 'smoke', 'test-deploy'])('%s', (name) => {
  test('says what it does and can, and needs nothing for that', () => {
    const { status, stdout } = script(name, ['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('npm run');
  });
});

test('deploy names all that is missing at once, and how to get it', () => {
  const { status, stderr } = script('deploy', ['--only', 'check']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/This is missing:\n- Terraform: install 1\.10 or newer .*\n- credentials of an AWS account/);
});

test('a teardown that nobody can confirm touches nothing', () => {
  const { status, stderr } = script('teardown', []);
  expect(status).toBe(1);
  expect(stderr).toContain('say --yes. Nothing was touched.');
});

test('the smoke test without an address says how to give it one', () => {
  const { status, stderr } = script('smoke', []);
  expect(status).toBe(1);
  expect(stderr).toContain('--url URL');
});

test('the rehearsal refuses AWS itself', () => {
  const { status, stderr } = script('test-deploy', [], { AWS_ENDPOINT_URL: 'https://s3.amazonaws.com' });
  expect(status).toBe(1);
  expect(stderr).toContain('no emulator');
});
