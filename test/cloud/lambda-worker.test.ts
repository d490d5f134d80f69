import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { startClock } from './clock.ts';
import { lambdaWorker } from './lambda-worker.ts';

test('a function has an environment of its own, with nothing of this machine’s', async () => {
  const { invoke } = scene('async () => Object.keys(process.env).sort()', { TOUCHBASE_TABLE: 'records' });
  expect(await invoke()).toEqual([
    'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
    'AWS_LAMBDA_FUNCTION_NAME',
    'AWS_LAMBDA_LOG_FORMAT',
    'AWS_REGION',
    'LAMBDA_TASK_ROOT',
    'PATH',
    'TOUCHBASE_TABLE',
    'TZ',
  ]);
});

test('it never sees two invocations at once, and keeps what it has loaded between them', async () => {
  const { invoke } = scene(`async () => {
    const state = (globalThis.state ??= { running: 0, most: 0, runs: 0 });
    state.runs++;
    state.most = Math.max(state.most, ++state.running);
    await new Promise((resolve) => setImmediate(resolve));
    state.running--;
    return state;
  }`);
  const all = await Promise.all([invoke(), invoke(), invoke()]);
  expect(all.at(-1)).toEqual({ running: 0, most: 1, runs: 3 });
});

test('one that throws, exits or takes too long fails, and the next invocation goes well', async () => {
  const { invoke } = scene(`async ({ ending }) => {
    if (ending === 'throw') throw new TypeError('It broke.');
    if (ending === 'exit') process.exit(3);
    if (ending === 'hang') await new Promise(() => {});
    if (ending === 'long') return 'a'.repeat(7 * 1024 * 1024);
    return 'well';
  }`);
  await expect(invoke({ ending: 'throw' })).rejects.toThrow('TypeError: It broke.');
  await expect(invoke({ ending: 'exit' })).rejects.toThrow('exited with 3');
  expect(await invoke()).toBe('well');
  await expect(invoke({ ending: 'long' })).rejects.toThrow('over 6 MB');
  await expect(invoke({ ending: 'hang' })).rejects.toThrow('Task timed out after 2 seconds');
  expect(await invoke()).toBe('well');
});

test('it has the clock of AWS, and knows how long it may take', async () => {
  const { invoke, clock } = scene(
    'async (_, context) => [Date.now(), new Date().getTime(), new Date(5).getTime(), context.getRemainingTimeInMillis()]',
  );
  clock.advance(86_400_000);
  const before = clock.now();
  const [now, made, given, remaining] = Object.values(Object(await invoke())).map(Number);
  expect(now).toBeGreaterThanOrEqual(before);
  expect(made).toBeGreaterThanOrEqual(now ?? 0);
  expect(given).toBe(5);
  expect(remaining).toBeLessThanOrEqual(2000);
});

test('every line that it writes is kept', async () => {
  const { invoke, lines } = scene('async () => { console.error("wrong"); process.stdout.write("one\\ntwo\\n"); }');
  await invoke();
  await expect.poll(() => [...lines].sort()).toEqual(['one', 'two', 'wrong']);
});

/** A function, as its source says. */
function scene(source: string, env: Record<string, string> = {}) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'one.mjs'), `export const handler = ${source};`);
  const clock = startClock();
  const lines: string[] = [];
  const worker = lambdaWorker({
    ...{ clock, folder, env },
    described: {
      ...{ name: 'one', handler: 'one.handler', access: 'none', caller: 'identity', needs: [] },
      ...{ memory: 128, timeout: 2, endpoints: [], schedule: null, every: null },
    },
    onLine: (line) => lines.push(line),
  });
  onTestFinished(() => worker.stop());
  return { clock, lines, invoke: (event: object = {}) => worker.invoke(event) };
}
