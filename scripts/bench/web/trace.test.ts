import { expect, test } from 'vitest';
import { actsOf } from './trace.ts';

const event = (name: string, ph: string, ts: number, more: object = {}) => ({ name, ph, ts, pid: 1, tid: 1, ...more });

const act = [event('act:input', 'b', 1000), event('act:input', 'e', 17_000)];
const actOf = (...events: object[]) => actsOf(JSON.stringify({ traceEvents: [...act, ...events] }), 'act:input');

test('from the event to the frame, and the scripts between them', () => {
  const acts = actOf(event('FunctionCall', 'X', 2000, { dur: 3000 }), event('RunMicrotasks', 'X', 6000, { dur: 4000 }));
  expect(acts).toEqual([{ painted: 16, script: 7 }]);
});

test('a script that another one calls counts once, and a layout that it forces not at all', () => {
  const call = event('RunMicrotasks', 'X', 2000, { dur: 9000 });
  const [{ script } = { script: 0 }] = actOf(
    call,
    event('FunctionCall', 'X', 3000, { dur: 1000 }),
    event('Layout', 'X', 5000, { dur: 4000 }),
  );
  expect(script).toBe(5);
});

test('time in which the processor was taken away does not count, nor do scripts before, after and of other threads', () => {
  const [{ script } = { script: 0 }] = actOf(
    event('FunctionCall', 'X', 2000, { dur: 9000, tdur: 2000 }),
    event('FunctionCall', 'X', 100, { dur: 500 }),
    event('FunctionCall', 'X', 20_000, { dur: 500 }),
    event('FunctionCall', 'X', 3000, { dur: 5000, tid: 2 }),
  );
  expect(script).toBe(2);
});
