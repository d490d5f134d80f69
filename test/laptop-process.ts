import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(import.meta.dirname, '..');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end, as `npm start` does. */
export async function runLaptop(
  args: readonly string[],
  env: Record<string, string> = {},
  root = ROOT,
): Promise<Finished> {
  const child = start(args, env, root);
  const [stdout, stderr] = [text(child.stdout), text(child.stderr)];
  const [code] = await once(child, 'close');
  return { code, stdout: await stdout, stderr: await stderr };
}

export interface Laptop {
  readonly url: string;
  /** What it printed when it was ready. */
  readonly greeting: string;
  /** Stops it as Ctrl+C or a shutdown does; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the program and waits until it serves. */
export async function startLaptop(
  args: readonly string[],
  env: Record<string, string> = {},
  root = ROOT,
): Promise<Laptop> {
  const child = start(['--port', '0', ...args], env, root);
  const greeting = await firstLine(child);
  const [url = ''] = /http:\/\/\S+/.exec(greeting) ?? [];
  return {
    url,
    greeting,
    stop: async (signal = 'SIGTERM') => {
      const closed = once(child, 'close');
      child.kill(signal);
      const [code] = await closed;
      return code;
    },
  };
}

function start(args: readonly string[], env: Record<string, string>, root: string) {
  const program = ['--disable-warning=ExperimentalWarning', join(root, 'src/entry/laptop.ts'), ...args];
  return spawn(process.execPath, program, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function firstLine(
  child: ChildProcess & { stdout: NodeJS.ReadableStream; stderr: NodeJS.ReadableStream },
): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    let complaints = '';
    child.stderr.on('data', (chunk) => {
      complaints += chunk;
    });
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('\n')) resolve(printed);
    });
    child.once('close', () => reject(new Error(`It stopped before it served: ${complaints}`)));
  });
}
