import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accountOf } from './aws.ts';
import type { Step } from './options.ts';
import { terraformLacking } from './terraform-version.ts';

const TREE = join(import.meta.dirname, '../..');

/**
 * Looks whether everything is here that the steps need.
 *
 * @returns the account to deploy to
 * @throws Error that names all that is missing at once, each with its remedy
 */
export async function check(region: string, steps: readonly Step[]): Promise<string> {
  const [terraform, account] = await Promise.all([terraformLacking(), whoAreWe(region)]);
  const lacking = [...terraform, ...account.lacking, ...builtLacking(steps)];
  if (lacking.length > 0) throw new Error(['This is missing:', ...lacking.map((line) => `- ${line}`)].join('\n'));
  return account.id;
}

async function whoAreWe(region: string): Promise<{ id: string; lacking: string[] }> {
  try {
    return { id: await accountOf(region), lacking: [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const remedy = 'run `aws login` or `aws configure`, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID with its companions';
    return { id: '', lacking: [`credentials of an AWS account (${why}): ${remedy}`] };
  }
}

function builtLacking(steps: readonly Step[]): string[] {
  if (steps.includes('build')) return [];
  const isBuilt = (path: string) => existsSync(join(TREE, path));
  const needsFunctions = steps.some((step) => step === 'persistent' || step === 'app' || step === 'restore');
  return [
    ...(needsFunctions && !isBuilt('dist/cloud/routes.json') ? ['the functions: `npm run build:lambdas`'] : []),
    ...(steps.includes('upload') && !isBuilt('dist/web/index.html') ? ['the site: `npm run build`'] : []),
  ];
}
