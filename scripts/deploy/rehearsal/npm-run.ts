import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Runs an npm script as a person would, and shows what it says.
 *
 * @returns what it said
 * @throws Error where it ends with another code than one of those
 */
export async function npmRun(script: string, args: readonly string[], codes: readonly number[] = [0]): Promise<string> {
  console.log(`\n$ npm run ${script} -- ${args.join(' ')}`);
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd: join(import.meta.dirname, '../../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
    process.stdout.write(chunk);
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (exit) => resolve(exit ?? 1));
  });
  if (!codes.includes(code)) throw new Error(`npm run ${script} ended with ${code}, not ${codes.join(' or ')}.`);
  return said;
}
