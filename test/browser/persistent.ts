import { execFileSync } from 'node:child_process';
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
    execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${folder}`]);
    await closed;
  };
  return { context, kill };
}
