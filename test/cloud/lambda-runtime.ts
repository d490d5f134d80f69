import { pathToFileURL } from 'node:url';
import * as v from 'valibot';

/**
 * One environment of one function, in a process of its own: loads the handler when it is first invoked, and then answers
 * one invocation after the other. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */

const Invocation = v.object({
  event: v.unknown(),
  /** How far the clock of AWS is before the one of this machine. */
  aheadMs: v.number(),
  deadlineMs: v.number(),
  context: v.record(v.string(), v.unknown()),
});

const Module = v.object({ handler: v.function() });

const ANSWER_BYTES = 6 * 1024 * 1024;

const RealDate = Date;
let aheadMs = 0;

/** A machine of AWS has the clock of AWS. */
class MachineDate extends RealDate {
  constructor(...given: unknown[]) {
    const [first, ...more] = given.length > 0 ? given : [MachineDate.now()];
    super(...([first, ...more] as [number]));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }
}

globalThis.Date = MachineDate as DateConstructor;

process.on('message', (message) => {
  answer(message).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? `${error.name}: ${error.message}` : error }),
  );
});
process.on('disconnect', () => process.exit());

async function answer(message: unknown): Promise<unknown> {
  const invocation = v.parse(Invocation, message);
  aheadMs = invocation.aheadMs;
  const [file = ''] = process.argv.slice(2);
  const { handler } = v.parse(Module, { ...(await import(pathToFileURL(file).href)) });
  const { context, deadlineMs, event } = invocation;
  const result = await handler(event, { ...context, getRemainingTimeInMillis: () => deadlineMs - Date.now() });
  const text = JSON.stringify(result) ?? 'null';
  if (Buffer.byteLength(text) > ANSWER_BYTES) throw new Error(`The answer of ${text.length} bytes is over 6 MB.`);
  return JSON.parse(text);
}
