import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { closedWhileWaiting, planFiles } from './apply.ts';
import { dangerOf } from './danger.ts';
import { keepFirstPlan, planFirst } from './first-plan.ts';
import type { Installation, Root } from './installation.ts';
import { type Change, planInShort, planRoot } from './plan.ts';
import { keptResources } from './state.ts';

/**
 * Shows what a deployment would change; changes nothing.
 *
 * @param keep where to keep the plan, to be applied just as it is
 * @returns whether anything would change
 */
export async function showPlan(
  installation: Installation,
  keep: string | undefined,
  say: (line: string) => void,
): Promise<boolean> {
  const files = planFiles(keep ?? join('dist/terraform', installation.bucketName, 'shown.tfplan'));
  await mkdir(dirname(files.app), { recursive: true });
  await Promise.all(Object.values(files).map((file) => rm(file, { force: true })));
  const isFirst = !(await hasState(installation));
  const planned = isFirst ? await planFirst(installation) : await planBoth(installation, files);
  if (isFirst && keep) await keepFirstPlan(files.first, planned.app);
  show('persistent', planned.persistent, say);
  show('app', planned.app, say);
  return planned.persistent.length + planned.app.length > 0;
}

async function hasState(installation: Installation): Promise<boolean> {
  if (!(await installation.bucket.exists())) return false;
  return (await keptResources(installation, 'persistent', 'aws_s3_bucket')).length > 0;
}

async function planBoth(installation: Installation, files: Record<Root, string>): Promise<Record<Root, Change[]>> {
  await installation.connect('app');
  const vars = await closedWhileWaiting(installation);
  return {
    persistent: await planRoot(installation, 'persistent', { file: files.persistent }),
    app: await planRoot(installation, 'app', { file: files.app, vars }),
  };
}

function show(root: Root, changes: readonly Change[], say: (line: string) => void): void {
  say(`${root}: ${changes.length} changes`);
  for (const line of planInShort(changes)) say(`  ${line}`);
  const { records, logins } = dangerOf(changes);
  if (records.length > 0) say(`  ! destroys records, and so is refused: ${records.join(', ')}`);
  if (logins.length > 0) say(`  ! ends everybody's login: ${logins.join(', ')}`);
}
