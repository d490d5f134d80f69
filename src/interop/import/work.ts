/**
 * Long work in small steps: after each, whoever has it done may pause, or give it up and nothing is left of it. Written
 * once, for those who wait for it and for those who must draw meanwhile.
 */
export type Work<T> = Generator<void, T, void>;

/** Does all of it at once. */
export function finished<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
