import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';
import { FLAGS } from './harness.ts';

export interface Persistent {
  readonly context: BrowserContext;
  /** Ends all processes of the browser at once, as a crash or a power cut does: none of them can say good-bye. */
  readonly kill: () => Promise<void>;
}

/** A browser that keeps what it has in a folder, and finds it there again. */
export async function startPersistent(folder: string): Promise<Persistent> {
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args: FLAGS,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  const kill = async () => {
    const closed = new Promise((resolve) => context.once('close', resolve));
    process.kill(-processOf(folder), 'SIGKILL');
    await closed;
  };
  return { context, kill };
}

/** The browser that has a folder open leads all of its processes; the lock of the folder names it: `machine-1234`. */
function processOf(folder: string): number {
  const id = Number(readlinkSync(join(folder, 'SingletonLock')).split('-').at(-1));
  if (!(id > 1)) throw new Error('No browser has this folder open.');
  return id;
}
