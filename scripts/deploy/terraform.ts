import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface Run {
  readonly code: number;
  readonly out: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Which exit codes are no failure. */
  readonly accept?: readonly number[];
  readonly onLine?: (line: string) => void;
}

/**
 * Runs terraform in a folder, as `TERRAFORM` or the path has it.
 *
 * @throws Error with what it said, where it fails
 */
export async function runTerraform(folder: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { env, accept = [0], onLine } = options;
  const child = spawn(process.env.TERRAFORM ?? 'terraform', [`-chdir=${folder}`, ...args], {
    env: { ...process.env, TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', CHECKPOINT_DISABLE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Ctrl+C reaches terraform as well: it ends what it is at and releases its lock, and so ends this.
  process.on('SIGINT', letItEnd);
  const [out, err] = [linesOf(child.stdout, onLine), linesOf(child.stderr)];
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject).on('close', (exit) => resolve(exit ?? 1));
    });
    if (accept.includes(code)) return { code, out: out.join('\n') };
    throw new Error(failure(args, code, [...out, ...err]));
  } finally {
    process.off('SIGINT', letItEnd);
  }
}

function letItEnd(): void {}

function linesOf(stream: NodeJS.ReadableStream, onLine?: (line: string) => void): string[] {
  const lines: string[] = [];
  createInterface({ input: stream }).on('line', (line) => {
    lines.push(line);
    onLine?.(line);
  });
  return lines;
}

/** From its first error on, if it names one. */
function failure(args: readonly string[], code: number, lines: readonly string[]): string {
  const first = lines.findIndex((line) => line.includes('Error: '));
  const said = first < 0 ? lines.slice(-40) : lines.slice(first, first + 60);
  return `terraform ${args[0]} ended with ${code}:\n${said.join('\n')}`;
}
