import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NOUNS } from '../../src/domain/nouns.ts';
import { notified } from '../../src/entry/notified.ts';
import { type Background, scheduled } from '../../src/entry/scheduled.ts';
import {
  accountRoutes,
  cloudDocument,
  cloudRoutes,
  emailRoutes,
  feedRoutes,
  reachRoutes,
} from '../../src/routes/all.ts';
import { tryReminder } from '../../src/routes/reminders-trial.ts';
import { unsubscribe } from '../../src/routes/unsubscribe.ts';

const ROOT = join(import.meta.dirname, '../..');

/** One Lambda, as Terraform makes it. */
export interface CloudFunction {
  readonly name: string;
  readonly handler: string;
  readonly access: 'none' | 'read' | 'write';
  readonly caller: 'identity' | 'anyone' | 'schedule' | 'topic';
  readonly needs: readonly string[];
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** The paths are those below the stage, which is `/v1`. */
  readonly endpoints: readonly { readonly method: string; readonly path: string }[];
  readonly schedule: string | null;
  /** Minutes from one run by the schedule to the next. */
  readonly every: number | null;
}

/** API Gateway waits no longer: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const LONGEST_SECONDS = 29;

const UNSCHEDULED = { schedule: null, every: null };

const ofRoutes: readonly CloudFunction[] = cloudRoutes.map(({ name, access, caller, needs = [], endpoints }) => ({
  name,
  handler: `${name}.handler`,
  access,
  caller,
  needs,
  memory: 512,
  timeout: LONGEST_SECONDS,
  endpoints: endpoints(NOUNS).map(({ method, path }) => ({ method, path: path.replace(/^\/v1/, '') })),
  ...UNSCHEDULED,
}));

const paths = new Set(ofRoutes.flatMap(({ endpoints }) => endpoints.map(({ path }) => path)));

const preflight: CloudFunction = {
  name: 'preflight',
  handler: 'preflight.handler',
  access: 'none',
  caller: 'anyone',
  needs: [],
  memory: 128,
  timeout: 3,
  endpoints: [...paths].map((path) => ({ method: 'OPTIONS', path })),
  ...UNSCHEDULED,
};

/** Every function of the cloud. */
export const functions: readonly CloudFunction[] = [
  ...ofRoutes,
  preflight,
  ...scheduled.map((one) => inBackground(one, 'schedule', one)),
  ...notified.map((one) => inBackground(one, 'topic', UNSCHEDULED)),
];

function inBackground(
  { name, access, needs = [], memory, timeout }: Background,
  caller: 'schedule' | 'topic',
  { schedule, every }: Pick<CloudFunction, 'schedule' | 'every'>,
): CloudFunction {
  return { name, handler: `${name}.handler`, access, caller, needs, memory, timeout, endpoints: [], schedule, every };
}

/**
 * How large a bundle may be: a larger one would take its time to start. Each noun costs some 2 KB; what is sent to a browser is
 * encrypted by a library of 120 KB, in functions for which nobody waits, or once in a while.
 */
export function mostBytes({ needs }: Pick<CloudFunction, 'needs'>): number {
  return (needs.includes('mail') ? 300 : 110) * 1024;
}

/** What the functions of the documents read, which stands beside them. */
export const DOCUMENT_FILE = 'document.json';
export const document = cloudDocument(NOUNS);

/** The module that one function is made from: it imports just its own route, so that nothing else comes along. */
export async function entryOf(name: string): Promise<string> {
  const route = cloudRoutes.find((one) => one.name === name);
  if (!route) return `export { handler } from './src/entry/${name}.ts';`;
  const found = (await homes()).get(route);
  const [exported, file] = found ?? MADE_OF_DOCUMENT[name] ?? [];
  if (!exported) throw new Error(`No file in src/routes exports the route ${name}.`);
  const [make, from] = handlerOf(name);
  return [
    `import { ${make} } from './src/entry/${from}';`,
    `import { ${exported} } from './src/routes/${file}';`,
    ...(found ? [] : [`import document from './${DOCUMENT_FILE}' with { type: 'json' };`]),
    `export const handler = ${make}(${found ? exported : `${exported}(() => document)`});`,
  ].join('\n');
}

/** What makes its function, by the services that the route needs. */
function handlerOf(name: string): readonly [make: string, from: string] {
  if (accountRoutes.some((one) => one.name === name)) return ['accountHandler', 'lambda-account.ts'];
  if (feedRoutes.some((one) => one.name === name)) return ['feedHandler', 'lambda-feed.ts'];
  if ([...reachRoutes, ...emailRoutes].some((one) => one.name === name))
    return ['reminderHandler', 'lambda-reminders.ts'];
  if (name === tryReminder.name) return ['trialHandler', 'lambda-trial.ts'];
  if (name === unsubscribe.name) return ['unsubscribeHandler', 'lambda-unsubscribe.ts'];
  return ['lambdaHandler', 'lambda.ts'];
}

/** To make the document anew, each start would load all routes. */
const MADE_OF_DOCUMENT: Readonly<Record<string, readonly [name: string, file: string]>> = {
  openapi: ['openApi', 'openapi.ts'],
  docs: ['docs', 'docs.ts'],
};

/** Under which name each file in `src/routes` exports a route. Those that are made in the list itself are not among them. */
async function homes(): Promise<ReadonlyMap<unknown, readonly [name: string, file: string]>> {
  const folder = join(ROOT, 'src/routes');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'all.ts',
  );
  const exported = await Promise.all(
    files.map(async (file) => {
      const module: object = await import(pathToFileURL(join(folder, file)).href);
      return Object.entries(module).map(([name, value]) => [value, [name, file.replaceAll('\\', '/')]] as const);
    }),
  );
  return new Map(exported.flat());
}
