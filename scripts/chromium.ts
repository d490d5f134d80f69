import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const LINUX = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * Where a Chromium or Chrome is on this machine: `CHROMIUM_PATH`, or one that is installed, or one that it installs now.
 * It says what it does where that takes long.
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  const wanted = env.CHROMIUM_PATH;
  if (wanted)
    return existing([wanted]) ?? fail(`There is no file ${wanted}: CHROMIUM_PATH must name a Chromium or Chrome.`);
  return existing(candidates(env)) ?? install(env);
}

function candidates(env: NodeJS.ProcessEnv): string[] {
  switch (process.platform) {
    case 'darwin':
      return [...MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`), chromium.executablePath()];
    case 'win32':
      return [
        ...windowsFolders(env).flatMap((folder) => WINDOWS.map((name) => join(folder, name))),
        chromium.executablePath(),
      ];
    default:
      return [...LINUX.flatMap((name) => onPath(name, env)), chromium.executablePath()];
  }
}

function windowsFolders(env: NodeJS.ProcessEnv): string[] {
  return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined);
}

function onPath(name: string, env: NodeJS.ProcessEnv): string[] {
  return (env.PATH ?? '').split(':').map((folder) => join(folder, name));
}

function existing(paths: readonly string[]): string | undefined {
  return paths.find((path) => path !== '' && existsSync(path));
}

function install(env: NodeJS.ProcessEnv): string {
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  say(
    `No Chromium or Chrome found: installing one with ${isDebian ? 'apt-get' : 'Playwright'}. CHROMIUM_PATH would name another.`,
  );
  if (isDebian) installOnDebian();
  else installWithPlaywright();
  return (
    existing(candidates(env)) ?? fail('Chromium was installed and cannot be found. Set CHROMIUM_PATH to its file.')
  );
}

function installOnDebian(): void {
  execFileSync('apt-get', ['update'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'ignore' });
}

function installWithPlaywright(): void {
  const cli = join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

function fail(message: string): never {
  throw new Error(message);
}

// Run as a program, it sees to it that there is one, before tests that would wait for the installation.
if (import.meta.main) findChromium();
