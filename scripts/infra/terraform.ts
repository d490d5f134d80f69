import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';

/** In the order in which they are applied. */
export const ROOTS = ['persistent', 'app'] as const;
export type Root = (typeof ROOTS)[number];

const LONGEST_MS = 20 * 60_000;
const TERRAFORM = process.env.TERRAFORM ?? 'terraform';

const versions = v.object({ terraform_version: v.string() });

/**
 * Runs terraform in a folder.
 *
 * @returns what it printed
 * @throws with what it printed, where it exits with another code than 0
 */
export async function terraform(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, out, printed } = await run(folder, args, env);
  if (code !== 0) throw new Error(`terraform ${args.join(' ')} ended with ${code}:\n${printed}`);
  return out;
}

/** The version that is there, as numbers; empty where there is none. */
export async function terraformVersion(): Promise<number[]> {
  try {
    const printed = await terraform('.', ['version', '-json']);
    const { terraform_version } = v.parse(versions, JSON.parse(printed));
    return terraform_version.split(/[.-]/, 3).map(Number);
  } catch {
    return [];
  }
}

async function run(folder: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(TERRAFORM, [`-chdir=${folder}`, ...args], {
    env: { ...process.env, TF_IN_AUTOMATION: '1', TF_CLI_ARGS: '-no-color', CHECKPOINT_DISABLE: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Unlike `timeout`, it lets go of the process where terraform cannot be started.
    signal: AbortSignal.timeout(LONGEST_MS),
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, out, printed: out + err };
}
