import { expectations, LET_GO, type LetGo, type Ticks } from './expected.ts';
import type { Person } from './people.ts';
import type { Simulated } from './simulation.ts';

/** What came beside what had to. */
export interface Verdict {
  readonly digests: number;
  readonly nudges: number;
  readonly missed: number;
  readonly twice: number;
  /** Came at another time than its own, or though nothing had to. */
  readonly wrong: number;
  /** An outage kept it back until it was too late. */
  readonly letGo: Readonly<Record<LetGo, number>>;
  /** Held up by the outage, and came all the same. */
  readonly heldUp: number;
}

/** Holds every sending of a simulation against what was to come. */
export function verdictOn(people: readonly Person[], { came }: Pick<Simulated, 'came'>, ticks: Ticks): Verdict {
  const expected = expectations(ticks);
  const sum = { digests: 0, nudges: 0, missed: 0, twice: 0, wrong: 0, heldUp: 0 };
  const letGo = Object.fromEntries(LET_GO.map((why) => [why, 0])) as Record<LetGo, number>;
  for (const person of people) {
    const left = new Map(came.get(person.workspace));
    for (const { what, due } of toCome(person)) {
      const times = left.get(what) ?? [];
      left.delete(what);
      if ('letGo' in due) letGo[due.letGo]++;
      judge(times, 'letGo' in due ? null : due.tick);
      if (times.length > 0) sum[what === 'nudge' ? 'nudges' : 'digests']++;
    }
    sum.wrong += left.size;
  }
  return { ...sum, letGo };

  function judge(times: readonly number[], tick: number | null): void {
    if (times.length > 1) sum.twice++;
    if (times.length === 0 && tick !== null) sum.missed++;
    if (times.length > 0 && times[0] !== tick) sum.wrong++;
    if (times.length > 0 && tick === ticks.outage[1]) sum.heldUp++;
  }

  function toCome(person: Person) {
    if (person.has.isQuiet) return [];
    const digests = [...expected.digests(person)].map(([day, due]) => ({ what: `digest ${day}`, due }));
    const starts = person.interview && Date.parse(String(person.interview.occurred_at));
    const nudge = starts === null ? undefined : expected.nudge(starts);
    return nudge ? [...digests, { what: 'nudge', due: nudge }] : digests;
  }
}
