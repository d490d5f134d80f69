import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyAndDestroy } from './infra/apply.ts';
import { fillGaps } from './infra/emulator-gaps.ts';
import { onlyOneIsProtected } from './infra/protected.ts';
import { step } from './infra/step.ts';
import { ROOTS, terraform, terraformVersion } from './infra/terraform.ts';
import { copyRoots, type Roots } from './infra/workspace.ts';

const USAGE = `npm run test:infra [-- --without-apply]

Checks the Terraform roots: format, validity, their tests, and against an AWS emulator: apply, a second apply that changes
nothing, destroy.
  TERRAFORM          the terraform to use (default: terraform), 1.10 or later
  AWS_ENDPOINT_URL   where the emulator is, such as http://127.0.0.1:5555; never AWS itself
  TF_VAR_…           variables of the roots: TF_VAR_lambda_runtime=nodejs22.x for a provider that knows no later one
  --without-apply    leaves out what needs the emulator`;

const LATER_THAN = [1, 10] as const;

await main();

async function main(): Promise<void> {
  const { help, 'without-apply': withoutApply } = options();
  if (help) return console.log(USAGE);
  const endpoint = withoutApply ? undefined : process.env.AWS_ENDPOINT_URL;
  const lacking = await whatIsLacking(endpoint, withoutApply === true);
  if (lacking.length > 0) return refuse(['Not checked:', ...lacking, '', USAGE].join('\n'));
  const roots = await copyRoots();
  try {
    await checkWithoutEmulator(roots);
    if (endpoint) await checkWithEmulator(roots, endpoint);
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  } finally {
    await roots.remove();
  }
}

function options(): { help?: boolean; 'without-apply'?: boolean } {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, 'without-apply': { type: 'boolean' } } });
  return values;
}

async function whatIsLacking(endpoint: string | undefined, withoutApply: boolean): Promise<string[]> {
  const version = await terraformVersion();
  const [major = 0, minor = 0] = version;
  const isOld = major < LATER_THAN[0] || (major === LATER_THAN[0] && minor < LATER_THAN[1]);
  const built = join(import.meta.dirname, '../dist/cloud/lambdas.zip');
  return [
    ...(version.length === 0 ? ['- terraform cannot be run: install it, or set TERRAFORM'] : []),
    ...(version.length > 0 && isOld ? [`- terraform ${version.join('.')} is too old`] : []),
    ...(existsSync(built) ? [] : ['- the functions are not built: npm run build:lambdas']),
    ...(withoutApply ? [] : await emulatorLacking(endpoint)),
  ];
}

async function emulatorLacking(endpoint: string | undefined): Promise<string[]> {
  if (!endpoint) return ['- no emulator: set AWS_ENDPOINT_URL, or say --without-apply'];
  if (!URL.canParse(endpoint) || /\.amazonaws\.com$/.test(new URL(endpoint).hostname))
    return [`- ${endpoint} is no emulator: everything made there is destroyed again`];
  const answers = await fetch(endpoint).then(
    () => true,
    () => false,
  );
  return answers ? [] : [`- nothing answers at ${endpoint}`];
}

async function checkWithoutEmulator(roots: Roots): Promise<void> {
  await step('format', () => terraform(roots.folder, ['fmt', '-check', '-diff', '-recursive']));
  await step('one bucket is protected, and nothing else', () => onlyOneIsProtected(roots.folder));
  for (const root of ROOTS) {
    await step(`${root}: init`, () => terraform(roots[root], ['init', '-input=false']));
    await step(`${root}: validate`, () => terraform(roots[root], ['validate']));
    await step(`${root}: test`, () => terraform(roots[root], ['test']));
  }
}

async function checkWithEmulator(roots: Roots, emulator: string): Promise<void> {
  const { endpoint, stop } = await fillGaps(emulator);
  try {
    await applyAndDestroy(roots, endpoint);
  } finally {
    await stop();
  }
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
