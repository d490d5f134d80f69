import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accountOf, awsTable } from './deploy/aws.ts';
import { waitingExports } from './deploy/exports.ts';
import { fillMotoGaps } from './deploy/rehearsal/moto-gaps.ts';
import { npmRun } from './deploy/rehearsal/npm-run.ts';
import { run } from './deploy/run.ts';
import { type Bucket, s3Bucket } from './deploy/s3-objects.ts';
import { storyItems } from './deploy/stand-in.ts';
import type { Table } from './deploy/table.ts';
import { terraformLacking } from './deploy/terraform-version.ts';
import { fillGaps } from './infra/emulator-gaps.ts';

const USAGE = `npm run test:deploy

Deploys to an AWS emulator, writes records, tears down, deploys again, and wants the records back. The emulator runs no
functions, so there is no smoke test.
  TERRAFORM          the terraform to use (default: terraform), 1.10 or newer
  AWS_ENDPOINT_URL   where the emulator is, such as http://127.0.0.1:5555; never AWS itself
  TF_VAR_…           variables of the roots: TF_VAR_lambda_runtime=nodejs22.x for a provider that knows no later one`;

const TREE = join(import.meta.dirname, '..');
const REGION = 'eu-central-1';
const RECORDS = 300;

await run(USAGE, async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) return 'help';
  await rehearse(await emulator());
  return 0;
});

async function emulator(): Promise<string> {
  const endpoint = process.env.AWS_ENDPOINT_URL;
  const isEmulator = endpoint && URL.canParse(endpoint) && !/\.amazonaws\.com$/.test(new URL(endpoint).hostname);
  const lacking = [
    ...(isEmulator ? [] : ['- no emulator: set AWS_ENDPOINT_URL']),
    ...(await terraformLacking()).map((line) => `- ${line}`),
  ];
  if (!endpoint || lacking.length > 0) throw new Error(['Not checked:', ...lacking, '', USAGE].join('\n'));
  return endpoint;
}

async function rehearse(emulator: string): Promise<void> {
  const gaps = await fillGaps(emulator);
  const motoGaps = await fillMotoGaps(gaps.endpoint);
  const name = `rehearsal-${randomBytes(3).toString('hex')}`;
  useEmulator(motoGaps.endpoint, name);
  const account = await accountOf(REGION);
  const bucketName = `${name}-${account}-${REGION}`;
  const plan = join(TREE, 'dist/terraform', `${name}.tfplan`);
  try {
    await actions({ name, plan, bucketName, bucket: s3Bucket(bucketName, REGION, account) });
  } finally {
    await forget(bucketName);
    for (const file of [plan, `${plan}-persistent`, `${plan}-first.json`]) await rm(file, { force: true });
    motoGaps.stop();
    await gaps.stop();
  }
  console.log('\nDeployed, torn down, deployed again: all records are back.');
}

/** For this process and all that it starts; the credentials are no one's. */
function useEmulator(endpoint: string, name: string): void {
  const { env } = process;
  for (const other of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete env[other];
  Object.assign(env, { AWS_ENDPOINT_URL: endpoint, AWS_REGION: REGION, TF_VAR_name: name });
  Object.assign(env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
}

interface Stage {
  readonly name: string;
  readonly plan: string;
  readonly bucketName: string;
  readonly bucket: Bucket;
}

async function actions({ name, plan, bucketName, bucket }: Stage): Promise<void> {
  await npmRun('deploy', ['--plan', '--plan-file', plan], [2]);
  must(!(await bucket.exists()), 'a plan has made the bucket');
  // As if a first run had broken off just after it made the bucket.
  await bucket.create();
  await npmRun('deploy', ['--only', 'persistent,app,restore', '--plan-file', plan]);
  await npmRun('deploy', ['--only', 'upload']);
  must((await bucket.list('site/index.html')).length === 1, 'the page was not uploaded');

  const table = awsTable(name, REGION);
  await table.write(storyItems(RECORDS));
  const before = await keysOf(table);

  // As on another computer: what is known of the deployment is in the bucket alone.
  await forget(bucketName);
  await npmRun('teardown', [], [1]);
  must((await table.identity()) !== undefined, 'an unconfirmed teardown has destroyed the table');
  await npmRun('teardown', ['--yes', '--drain', '0']);
  must((await table.identity()) === undefined, 'the table is still there');
  must((await waitingExports(bucket)).length === 1, 'there is no export in the bucket');
  await npmRun('teardown', ['--yes', '--drain', '0']);
  must((await waitingExports(bucket)).length === 1, 'a second teardown has touched the export');

  const said = await npmRun('deploy', ['--no-smoke']);
  must(said.includes('opening'), 'the app was not opened again');
  must((await keysOf(table)) === before, 'the records are not back');
  must((await waitingExports(bucket)).length === 0, 'the export still waits');
  must((await bucket.list('restored/')).length > 0, 'the export was not put aside');
}

async function forget(bucketName: string): Promise<void> {
  await rm(join(TREE, 'dist/terraform', bucketName), { recursive: true, force: true });
}

async function keysOf(table: Table): Promise<string> {
  const keys: string[] = [];
  for await (const { pk, sk } of table.scan()) keys.push(`${pk.S} ${sk.S}`);
  return keys.sort().join('\n');
}

function must(isSo: boolean, complaint: string): void {
  if (!isSo) throw new Error(`It is not as it should be: ${complaint}.`);
}
