import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { copyRoots } from '../infra/workspace.ts';
import type { Installation, Root } from './installation.ts';
import { type Change, planRoot } from './plan.ts';

const FirstPlan = v.array(
  v.object({ address: v.string(), type: v.string(), action: v.picklist(['create', 'update', 'replace', 'delete']) }),
);

/** Plans both roots while there is no bucket that could keep their state: in a copy, which is thrown away. */
export async function planFirst(installation: Installation): Promise<Record<Root, Change[]>> {
  const roots = await copyRoots();
  const plan = async (root: Root) => {
    const folder = roots[root];
    await installation.terraform(root, ['init', '-input=false'], { folder });
    return planRoot(installation, root, { file: 'first.tfplan', folder });
  };
  try {
    return { persistent: await plan('persistent'), app: await plan('app') };
  } finally {
    await roots.remove();
  }
}

/** Terraform applies no plan made without the state; so the list of changes is what gets approved. */
export async function keepFirstPlan(file: string, changes: readonly Change[]): Promise<void> {
  await writeFile(file, `${JSON.stringify(changes, null, 2)}\n`);
}

export async function readFirstPlan(file: string): Promise<Change[]> {
  return v.parse(FirstPlan, JSON.parse(await readFile(file, 'utf8')));
}

/** The order of a plan means nothing. */
export function sameChanges(one: readonly Change[], other: readonly Change[]): boolean {
  const sorted = (changes: readonly Change[]) => changes.map(({ address, action }) => `${action} ${address}`).sort();
  return isDeepStrictEqual(sorted(one), sorted(other));
}
