import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { Clock } from './clock.ts';
import type { CloudFunction } from './functions.ts';
import { ACCOUNT } from './gateway-event.ts';
import { REGION } from './user-pool.ts';

export interface WorkerOptions {
  readonly clock: Clock;
  readonly described: CloudFunction;
  /** Where the files of the zip are. */
  readonly folder: string;
  /** All that the function sees of the environment besides what every Lambda has. */
  readonly env: Readonly<Record<string, string>>;
  onLine(line: string): void;
}

export interface Worker {
  /** @throws where the function throws, exits or takes longer than it may */
  invoke(event: unknown): Promise<unknown>;
  /** Ends the process; the next invocation starts anew. */
  stop(): Promise<void>;
}

const RUNTIME = join(import.meta.dirname, 'lambda-runtime.ts');

/** Runs one function as Lambda does: in a process of its own that never sees two invocations at once. */
export function lambdaWorker({ clock, described, folder, env, onLine }: WorkerOptions): Worker {
  const { name, memory, handler, timeout } = described;
  const functionName = `touchbase-${name}`;
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    invoke: (event) => {
      const done = last.then(() => run(event));
      last = done.catch(() => undefined);
      return done;
    },
    stop,
  };

  async function run(event: unknown): Promise<unknown> {
    child ??= start();
    const asked = child;
    const answered = answerFrom(asked, functionName, timeout);
    const requestId = crypto.randomUUID();
    asked.send({
      event,
      aheadMs: clock.ahead,
      deadlineMs: clock.now() + timeout * 1000,
      context: {
        functionName,
        functionVersion: '$LATEST',
        invokedFunctionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${functionName}`,
        memoryLimitInMB: String(memory),
        awsRequestId: requestId,
        logGroupName: `/aws/lambda/${functionName}`,
        logStreamName: '2026/01/01/[$LATEST]edge',
        callbackWaitsForEmptyEventLoop: true,
      },
    });
    return answered;
  }

  function start(): ChildProcess {
    const file = join(folder, handler.replace(/\.\w+$/, '.mjs'));
    const started = fork(RUNTIME, [file], {
      silent: true,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: {
        TZ: ':UTC',
        PATH: '/usr/local/bin:/usr/bin:/bin',
        AWS_REGION: REGION,
        AWS_LAMBDA_FUNCTION_NAME: functionName,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memory),
        AWS_LAMBDA_LOG_FORMAT: 'JSON',
        LAMBDA_TASK_ROOT: folder,
        ...env,
      },
    });
    for (const output of [started.stdout, started.stderr])
      if (output) createInterface({ input: output }).on('line', onLine);
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return started;
  }

  async function stop(): Promise<void> {
    const running = child;
    if (!running) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }
}

const Outcome = v.union([v.object({ error: v.unknown() }), v.object({ result: v.unknown() })]);

/** What a process answers to the invocation that it is about to get. */
function answerFrom(child: ChildProcess, functionName: string, timeoutSeconds: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  let ending = 'Runtime exited';
  const timer = setTimeout(() => {
    ending = `Task timed out after ${timeoutSeconds} seconds and ended`;
    child.kill('SIGKILL');
  }, timeoutSeconds * 1000);
  const onMessage = (message: unknown) => {
    const outcome = v.parse(Outcome, message);
    if ('error' in outcome) reject(new Error(`${functionName}: ${outcome.error}`));
    else resolve(outcome.result);
  };
  const onExit = (code: number | null) => reject(new Error(`${functionName}: ${ending} with ${code}`));
  child.once('message', onMessage);
  child.once('exit', onExit);
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', onMessage);
    child.off('exit', onExit);
  });
}
