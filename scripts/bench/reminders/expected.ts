import type { CalendarDate } from '../../../src/domain/dates.ts';
import { LEAD_MS, type Person } from './people.ts';

export const TICK_MS = 900_000;
/** As the decision is written: so many ticks later a digest is let go. */
const LATEST_TICKS = 48;

/** The ticks of a simulation, and which of them an outage swallows. */
export interface Ticks {
  readonly begin: number;
  readonly count: number;
  /** The first tick that does not come, and the first that does again. */
  readonly outage: readonly [number, number];
}

/** A digest or a nudge: at which tick it must come; or why it must not. */
export type Expected = { readonly tick: number } | { readonly letGo: LetGo };
export type LetGo = (typeof LET_GO)[number];
export const LET_GO = ['more than 12 hours late', 'the day was over', 'the interview had begun'] as const;

/**
 * What must come, found in another way than the program finds it: the clocks of a zone are read at every tick, from Intl, and
 * a digest falls on the first of its day that shows its hour or a later one.
 */
export function expectations(ticks: Ticks) {
  const shown = new Map<string, readonly Shown[]>();
  const found = new Map<string, ReadonlyMap<CalendarDate, Expected>>();
  return { digests, nudge };

  function digests({ zone, at, isDaily }: Person): ReadonlyMap<CalendarDate, Expected> {
    const key = `${zone} ${at} ${isDaily}`;
    const known = found.get(key) ?? ofClock(clockOf(zone), at, isDaily);
    found.set(key, known);
    return known;
  }

  /** Undefined where the simulation ends before. */
  function nudge(starts: number): Expected | undefined {
    const tick = afterOutage(Math.ceil((starts - LEAD_MS - ticks.begin) / TICK_MS));
    if (tick >= ticks.count) return undefined;
    const isOver = ticks.begin + tick * TICK_MS >= starts;
    return isOver ? { letGo: 'the interview had begun' } : { tick: Math.max(0, tick) };
  }

  function ofClock(clock: readonly Shown[], at: string, isDaily: boolean) {
    const days = new Map<CalendarDate, Expected>();
    const due = new Set<CalendarDate>();
    clock.forEach(({ date, time, weekday }, place) => {
      if (time < at || due.has(date) || !(isDaily || (weekday !== 'Sat' && weekday !== 'Sun'))) return;
      due.add(date);
      const tick = place - BEFORE;
      if (tick >= 0 && afterOutage(tick) < ticks.count) days.set(date, judged(clock, tick, date));
    });
    return days;
  }

  function judged(clock: readonly Shown[], due: number, date: CalendarDate): Expected {
    const tick = afterOutage(due);
    if (clock[tick + BEFORE]?.date !== date) return { letGo: 'the day was over' };
    // The clock comes a little after its quarter of an hour, so that the last of the twelve hours is over by then.
    return tick - due >= LATEST_TICKS ? { letGo: 'more than 12 hours late' } : { tick };
  }

  function afterOutage(tick: number): number {
    const [from, to] = ticks.outage;
    return from <= tick && tick < to ? to : tick;
  }

  function clockOf(zone: string): readonly Shown[] {
    const known = shown.get(zone) ?? clockIn(zone, ticks);
    shown.set(zone, known);
    return known;
  }
}

/** What the clocks of a zone show at a tick. */
interface Shown {
  readonly date: CalendarDate;
  /** `HH:MM` */
  readonly time: string;
  /** `Sat` */
  readonly weekday: string;
}

/** So many ticks before the first are looked at, too: what was due then is not due any more. */
const BEFORE = 192;

function clockIn(timeZone: string, { begin, count }: Ticks): readonly Shown[] {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  } as Intl.DateTimeFormatOptions);
  return Array.from({ length: count + BEFORE }, (_, place) => {
    const parts = format.formatToParts(begin + (place - BEFORE) * TICK_MS);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    const date = `${part('year')}-${part('month')}-${part('day')}`;
    return { date, time: `${part('hour')}:${part('minute')}`, weekday: part('weekday') };
  });
}
