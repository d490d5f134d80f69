import type { Route } from '../http/route.ts';

/** A function that no request calls. */
export interface Background extends Pick<Route, 'name' | 'access' | 'needs'> {
  /** Also the file beside this one that exports its `handler`. */
  readonly name: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
}

/** A function that a clock calls and no one else. */
export interface Scheduled extends Background {
  /** https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
  readonly schedule: string;
  /** Minutes from one run to the next: a run that comes later than the next one is not worth a try. */
  readonly every: number;
}

/** Every function with a schedule: the only list. */
export const scheduled: readonly Scheduled[] = [
  { name: 'sweep', access: 'write', schedule: 'rate(1 day)', every: 1440, memory: 512, timeout: 300 },
  // On the quarter hours themselves, in which every time of a person falls.
  {
    name: 'remind',
    access: 'write',
    needs: ['mail'],
    schedule: 'cron(0/15 * * * ? *)',
    every: 15,
    memory: 1024,
    // Less than a claim holds, so that the run after this one finds no claim of one that still sends.
    timeout: 300,
  },
];
