/** The one clock of all that stands for AWS in a test. */
export interface Clock {
  /** In milliseconds since the epoch. */
  now(): number;
  /** How far it is before the clock of this machine, in milliseconds. */
  readonly ahead: number;
  /** Lets time pass, or, with a negative number, gives the browser a clock that is fast. */
  advance(ms: number): void;
}

export function startClock(): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    get ahead() {
      return ahead;
    },
    advance: (ms) => {
      ahead += ms;
    },
  };
}
