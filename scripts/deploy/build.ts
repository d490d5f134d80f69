import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

export type Script = 'build' | 'build:lambdas';

/** Builds what is deployed; what the builder says is told where it fails. */
export async function build(scripts: readonly Script[]): Promise<void> {
  for (const script of scripts) await npmRun(script);
}

async function npmRun(script: Script): Promise<void> {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}:\n${out}${err}`);
}
