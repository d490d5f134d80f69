import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changesOfSubstance, plannedChanges } from './plan.ts';
import { withoutProtection } from './protected.ts';
import { step } from './step.ts';
import { type Root, terraform } from './terraform.ts';
import type { Roots } from './workspace.ts';

const YES = ['-auto-approve', '-input=false'];

/** Applies both roots at an emulator, applies them again, adds a route, and destroys them, each to be as it should. */
export async function applyAndDestroy(roots: Roots, endpoint: string): Promise<void> {
  const env = emulatorEnvironment(endpoint);
  const apply = (root: Root) => terraform(roots[root], ['apply', ...YES], env);
  const again = (root: Root) => nothingChanges(roots[root], env);

  await step('persistent: apply', () => apply('persistent'));
  await step('persistent: a second apply changes nothing', () => again('persistent'));
  const bucket = await terraform(roots.persistent, ['output', '-raw', 'bucket'], env);
  env.TF_VAR_bucket = bucket.trim();
  await step('app: apply', () => apply('app'));
  await step('app: a second apply changes nothing', () => again('app'));
  await step('app: a new route needs the list of routes alone', () => newRoute(roots, env));
  await step('app: destroy', () => terraform(roots.app, ['destroy', ...YES], env));
  await step('persistent: the bucket refuses to be destroyed', () => refusesDestroy(roots, env));
  await step('persistent: destroy without the protection', () => destroyAnyway(roots, env));
}

/** A name of its own lets a run follow one that broke off; the credentials are no one's. */
function emulatorEnvironment(endpoint: string): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_MAX_ATTEMPTS: '3',
    TF_VAR_name: `infra-${randomBytes(4).toString('hex')}`,
    // So that all that mail needs is made as well; an identity of AWS itself is verified by hand, and not made here.
    TF_VAR_reminder_from: 'Touchbase <touchbase@example.org>',
    TF_VAR_email_identity_arn: 'arn:aws:ses:eu-central-1:123456789012:identity/example.org',
  };
}

async function nothingChanges(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const changes = changesOfSubstance(await plannedChanges(folder, env));
  if (changes.length > 0) throw new Error(`A second apply would change:\n${changes.join('\n')}`);
}

async function newRoute({ app, artifacts }: Roots, env: NodeJS.ProcessEnv): Promise<void> {
  const path = join(artifacts, 'routes.json');
  const before = await readFile(path, 'utf8');
  await writeFile(path, before.replace('"functions": [', `"functions": [${MADE_UP},`));
  const planned = await plannedChanges(app, env);
  await writeFile(path, before);
  const created = planned.filter(({ actions }) => actions.includes('create')).map(({ address }) => address);
  const lacking = EXPECTED.filter((address) => !created.includes(address));
  if (lacking.length > 0)
    throw new Error(`A new route would not make ${lacking.join(', ')}, but ${created.join(', ')}`);
}

const MADE_UP = `{ "name": "made-up", "handler": "made-up.handler", "access": "read", "caller": "identity", "needs": [],
  "memory": 512, "timeout": 29, "endpoints": [{ "method": "GET", "path": "/made/{up}/of/air" }], "schedule": null, "every": null }`;

const EXPECTED = [
  'aws_lambda_function.this["made-up"]',
  'aws_iam_role_policy.function["made-up"]',
  'aws_cloudwatch_log_group.function["made-up"]',
  'aws_lambda_permission.api["made-up GET"]',
  'aws_api_gateway_resource.level4["made/{up}/of/air"]',
  'aws_api_gateway_method.this["GET /made/{up}/of/air"]',
  'aws_api_gateway_integration.this["GET /made/{up}/of/air"]',
  'aws_api_gateway_deployment.this',
];

async function refusesDestroy({ persistent }: Roots, env: NodeJS.ProcessEnv): Promise<void> {
  const refused = await terraform(persistent, ['destroy', ...YES], env).then(
    () => '',
    (error: Error) => error.message,
  );
  if (!refused.includes('prevent_destroy')) throw new Error(`The bucket was not protected: ${refused || 'destroyed'}`);
}

async function destroyAnyway({ persistent }: Roots, env: NodeJS.ProcessEnv): Promise<void> {
  const path = join(persistent, 'bucket.tf');
  await writeFile(path, withoutProtection(await readFile(path, 'utf8')));
  await terraform(persistent, ['destroy', ...YES], env);
}
