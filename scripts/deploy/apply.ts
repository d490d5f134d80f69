import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ask } from './ask.ts';
import { guard } from './danger.ts';
import { waitingExports } from './exports.ts';
import { readFirstPlan, sameChanges } from './first-plan.ts';
import type { Installation, Root } from './installation.ts';
import { applyPlan, type Change, planInShort, plannedIn, planRoot } from './plan.ts';
import { keptResources } from './state.ts';

export interface ApplyOptions {
  readonly say: (line: string) => void;
  /** A person takes it that all logins end, where a plan ends them. */
  readonly yes: boolean;
  /** Where `--plan` has put what is to be applied. */
  readonly planFile?: string | undefined;
}

/** The bucket, its state within itself. Broken off anywhere, it goes on from what is there. */
export async function applyPersistent(installation: Installation, options: ApplyOptions): Promise<void> {
  const { bucket, bucketName } = installation;
  if (!(await bucket.exists())) {
    await bucket.create();
    options.say(`made the bucket ${bucketName}`);
  }
  if ((await keptResources(installation, 'persistent', 'aws_s3_bucket')).length === 0)
    await installation.terraform('persistent', [
      ...['import', '-input=false', ...installation.variables('persistent')],
      ...['aws_s3_bucket.this', bucketName],
    ]);
  const isFirst = options.planFile !== undefined && existsSync(planFiles(options.planFile).first);
  await apply(installation, 'persistent', isFirst ? { ...options, planFile: undefined } : options);
}

/** Everything else; closed to everybody while an export waits to be restored. */
export async function applyApp(installation: Installation, options: ApplyOptions): Promise<void> {
  await installation.connect('app');
  await apply(installation, 'app', options);
}

/** Variables that close the app while its records are not there. */
export async function closedWhileWaiting({ bucket }: Installation): Promise<string[]> {
  return (await waitingExports(bucket)).length > 0 ? ['paused=true'] : [];
}

/** Closes the app to everybody. */
export async function closeApp(installation: Installation, options: ApplyOptions): Promise<void> {
  await installation.connect('app');
  await planAndApply(installation, 'app', ['paused=true'], options);
}

/** Where the parts of a plan are kept. */
export function planFiles(file: string): { persistent: string; app: string; first: string } {
  const path = resolve(file);
  return { persistent: `${path}-persistent`, app: path, first: `${path}-first.json` };
}

async function apply(installation: Installation, root: Root, options: ApplyOptions): Promise<void> {
  const { planFile, say } = options;
  const vars = root === 'app' ? await closedWhileWaiting(installation) : [];
  if (vars.length > 0) say('an export waits to be restored: closed until it is');
  if (planFile === undefined) return planAndApply(installation, root, vars, options);
  const files = planFiles(planFile);
  if (existsSync(files.first)) return planAndApply(installation, root, vars, options, await readFirstPlan(files.first));
  if (!existsSync(files[root])) throw new Error(`There is no plan ${files[root]}: make it with --plan --plan-file.`);
  await guard(await plannedIn(installation, root, files[root]), async () => true);
  await applyPlan(installation, root, files[root], say);
}

async function planAndApply(
  installation: Installation,
  root: Root,
  vars: readonly string[],
  { say, yes }: ApplyOptions,
  approved?: readonly Change[],
): Promise<void> {
  const file = join(import.meta.dirname, '../../dist/terraform', installation.bucketName, `${root}.tfplan`);
  await mkdir(dirname(file), { recursive: true });
  const changes = await planRoot(installation, root, { file, vars });
  if (approved && !sameChanges(approved, changes))
    throw new Error('The plan is not the one that was approved any more: plan again. Nothing was changed.');
  for (const line of planInShort(changes)) say(line);
  await guard(changes, async (what) => yes || (await ask(`${what} Type yes to go on: `)) === 'yes');
  await applyPlan(installation, root, file, say);
}
