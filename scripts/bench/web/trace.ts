import * as v from 'valibot';

/** What one event led to, in milliseconds. */
export interface Act {
  /** From the event to the frame that shows what it did. */
  readonly painted: number;
  /** Of that, JavaScript: the time that the thread had a processor for it. */
  readonly script: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** What of it the thread had a processor: other programs on the machine do not count. */
  readonly cpu: number;
}

const traceSchema = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      ph: v.string(),
      ts: v.number(),
      pid: v.number(),
      tid: v.number(),
      dur: v.optional(v.number()),
      tdur: v.optional(v.number()),
    }),
  ),
});
type TraceEvent = v.InferOutput<typeof traceSchema>['traceEvents'][number];

/** Calls into scripts, and the microtasks after them, in which the views are drawn: no counter of Chromium has those. */
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.callFunction']);
/** What a script can make the browser do in the midst of it, and which is no script. */
const NOT_SCRIPT = new Set(['UpdateLayoutTree', 'Layout']);

/**
 * Each measure of a name in a trace of Chromium, with the JavaScript within it.
 *
 * @param trace JSON: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU
 */
export function actsOf(trace: string, name: string): readonly Act[] {
  const { traceEvents } = v.parse(traceSchema, JSON.parse(trace));
  const measures = measuresOf(traceEvents, name);
  const [{ pid, tid } = { pid: 0, tid: 0 }] = traceEvents.filter((event) => event.name === name && event.ph === 'b');
  const ofPage = traceEvents.filter((event) => event.pid === pid && event.tid === tid);
  const scripts = outermost(ofPage, SCRIPT);
  const others = outermost(ofPage, NOT_SCRIPT);
  return measures.map((measure) => {
    const called = scripts.filter(({ start }) => isWithin(start, measure));
    const forced = others.filter(({ start }) => called.some((script) => isWithin(start, script)));
    return { painted: (measure.end - measure.start) / 1000, script: (cpuOf(called) - cpuOf(forced)) / 1000 };
  });
}

/** Measures of one name share an id, but none begins before the one before it has ended. */
function measuresOf(events: readonly TraceEvent[], name: string): Pick<Span, 'start' | 'end'>[] {
  const times = (ph: string) => {
    const ofName = events.filter((event) => event.name === name && event.ph === ph);
    return ofName.map(({ ts }) => ts).toSorted((a, b) => a - b);
  };
  const ends = times('e');
  return times('b').map((start, index) => ({ start, end: ends[index] ?? start }));
}

/** The calls of these names that are not within another of them. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): Span[] {
  const calls = events.filter(({ name, ph }) => names.has(name) && ph === 'X');
  const outer: Span[] = [];
  for (const { ts, dur = 0, tdur = dur } of calls.toSorted((a, b) => a.ts - b.ts)) {
    if (ts >= (outer.at(-1)?.end ?? 0)) outer.push({ start: ts, end: ts + dur, cpu: tdur });
  }
  return outer;
}

function isWithin(time: number, { start, end }: Pick<Span, 'start' | 'end'>): boolean {
  return time >= start && time < end;
}

function cpuOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { cpu }) => sum + cpu, 0);
}
