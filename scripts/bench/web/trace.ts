import * as v from 'valibot';

/** What one event led to, in milliseconds. */
export interface Act {
  /** From the event to the frame that shows what it did. */
  readonly painted: number;
  /** Of that, JavaScript. */
  readonly script: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
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
  const scripts = merged(spansOf(ofPage, SCRIPT));
  const others = merged(spansOf(ofPage, NOT_SCRIPT));
  return measures.map((measure) => {
    const within = scripts.map((span) => overlap(span, measure)).filter(({ start, end }) => end > start);
    const script = within.reduce((sum, span) => sum + lengthOf(span) - common(span, others), 0);
    return { painted: lengthOf(measure) / 1000, script: script / 1000 };
  });
}

/** Measures of one name share an id, but none begins before the one before it has ended. */
function measuresOf(events: readonly TraceEvent[], name: string): Span[] {
  const times = (ph: string) => {
    const ofName = events.filter((event) => event.name === name && event.ph === ph);
    return ofName.map(({ ts }) => ts).toSorted((a, b) => a - b);
  };
  const ends = times('e');
  return times('b').map((start, index) => ({ start, end: ends[index] ?? start }));
}

function spansOf(events: readonly TraceEvent[], names: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  const open: Span[] = [];
  for (const { name, ph, ts, dur = 0 } of events.toSorted((a, b) => a.ts - b.ts)) {
    if (!names.has(name)) continue;
    if (ph === 'X') spans.push({ start: ts, end: ts + dur });
    else if (ph === 'B') open.push({ start: ts, end: ts });
    else if (ph === 'E') spans.push({ start: open.pop()?.start ?? ts, end: ts });
  }
  return spans;
}

/** The same time, with no moment in two spans. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && span.start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}

function overlap(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

function common(span: Span, others: readonly Span[]): number {
  return others.reduce((sum, other) => sum + Math.max(0, lengthOf(overlap(span, other))), 0);
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
