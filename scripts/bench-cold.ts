import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { proxyEvent } from '../test/events/proxy-event.ts';
import { startTableServer } from './bench/cold/table-server.ts';
import { bundle } from './lambdas/bundle.ts';
import { entryOf } from './lambdas/functions.ts';

const HERE = import.meta.dirname;
const OUT = join(HERE, '../bench-results/cold');
const ID = '019ab3c1-0000-7000-8000-000000000001';

/** What the first request of each measured route is, and what it must come to. */
const FIRST = {
  get: { method: 'GET', path: `/v1/contacts/${ID}`, status: 404 },
  list: { method: 'GET', path: '/v1/contacts', status: 200 },
  changes: { method: 'GET', path: '/v1/changes', status: 200 },
  create: {
    method: 'POST',
    path: '/v1/contacts',
    body: JSON.stringify({ name: 'Ada', email: 'ada@example.org' }),
    status: 201,
  },
} as const;
type RouteName = keyof typeof FIRST;
const ROUTES: readonly RouteName[] = ['get', 'list', 'changes', 'create'];

interface Subject {
  readonly route: RouteName;
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const Start = v.object({ ready: v.number(), answered: v.number(), status: v.number() });
type Start = v.InferOutput<typeof Start>;

const { values } = parseArgs({ options: { starts: { type: 'string', default: '25' } } });
const starts = v.parse(v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(20)), values.starts);

const server = await startTableServer();
try {
  print(await measure(await subjects(), starts));
} finally {
  server.stop();
}

/** Our functions as they stand in the zip, and what else could have been. */
async function subjects(): Promise<readonly Subject[]> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const ofRoutes = await Promise.all(ROUTES.map(functionsOf));
  const args = [join(HERE, 'bench/cold/start.py')];
  const python: Subject = { route: 'get', name: 'a Python handler with boto3', command: 'python3', args };
  if (spawnSync('python3', ['-c', 'import boto3']).status === 0) return [...ofRoutes.flat(), python];
  process.stdout.write('Python 3 with boto3 is not here, so it is not measured.\n');
  return ofRoutes.flat();
}

async function functionsOf(route: RouteName): Promise<readonly Subject[]> {
  const plugins = [{ name: 'sdk', setup: useSdk }];
  return [
    await node(route, 'ours', `${route}, as in the zip`, {}),
    await node(route, 'sdk-bundled', '  with the AWS SDK, bundled', { plugins }),
    await node(route, 'sdk', '  with the AWS SDK, as the runtime has it', {
      plugins,
      external: ['@aws-sdk/client-dynamodb'],
    }),
  ];
}

async function node(route: RouteName, kind: string, name: string, changes: Parameters<typeof bundle>[2]) {
  const path = join(OUT, `${route}-${kind}.mjs`);
  const { code } = await bundle(route, await entryOf(route), changes);
  // The SDK's parts that are CommonJS call `require`.
  const banner = `import { createRequire } from 'node:module';const require=createRequire(import.meta.url);`;
  writeFileSync(path, kind === 'ours' ? code : banner + Buffer.from(code).toString());
  return { route, name, command: process.execPath, args: [join(HERE, 'bench/cold/start.ts'), path] };
}

function useSdk(build: Parameters<import('esbuild').Plugin['setup']>[0]): void {
  build.onResolve({ filter: /dynamodb-client\.ts$/ }, () => ({ path: join(HERE, 'bench/cold/sdk-client.ts') }));
}

/** Takes turns, so that what else the machine does falls on all alike. */
async function measure(all: readonly Subject[], times: number): Promise<ReadonlyMap<Subject, readonly Start[]>> {
  const measured = new Map<Subject, Start[]>(all.map((subject) => [subject, []]));
  for (let turn = 0; turn < times; turn++) {
    for (const [subject, found] of measured) found.push(startOnce(subject));
  }
  return measured;
}

function startOnce({ route, name, command, args }: Subject): Start {
  const { status, ...asked } = FIRST[route];
  const event = JSON.stringify(proxyEvent(asked));
  const env = { ...process.env, ...server.environment };
  const { stdout, stderr } = spawnSync(command, [...args, event], { encoding: 'utf8', env });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), Start), last);
  if (!success || output.status !== status) throw new Error(`${name} did not answer: ${stdout}${stderr}`);
  return output;
}

function print(measured: ReadonlyMap<Subject, readonly Start[]>): void {
  process.stdout.write(
    `Cold starts, ${starts} processes each, medians in milliseconds; how many times as long as ours\n\n`,
  );
  const rows = [...measured].map(([{ route, name }, found]) => ({
    route,
    name,
    ready: median(found.map(({ ready }) => ready)),
    answered: median(found.map(({ answered }) => answered)),
  }));
  for (const { route, name, ready, answered } of rows) {
    const ours = rows.find((row) => row.route === route);
    const ratio = ours ? `${(ready / ours.ready).toFixed(1)}×  ${(answered / ours.answered).toFixed(1)}×` : '';
    const times = `ready ${ready.toFixed(0).padStart(5)}   first answer ${answered.toFixed(0).padStart(5)}`;
    process.stdout.write(`${name.padEnd(46)}${times}   ${ratio}\n`);
  }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
