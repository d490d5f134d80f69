/** So many comparisons, about, in each step: a phone does them well within a frame. */
const STEP = 512;
/** Runs of this length are sorted at once. */
const RUN = 64;

/** Sorts step by step, so that other work can come between; what is equal stays in its order. Gives a new array. */
export function* mergeSort<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one = [], other] = [runs[at], runs[at + 1]];
      longer.push(other ? yield* merge(one, other, compare) : one);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merge<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
  const merged: T[] = [];
  let [at, otherAt] = [0, 0];
  while (at < one.length && otherAt < other.length) {
    const [a, b] = [one[at], other[otherAt]];
    // Neither is absent; the elements themselves may be undefined.
    const isFirst = compare(a as T, b as T) <= 0;
    merged.push((isFirst ? a : b) as T);
    if (isFirst) at++;
    else otherAt++;
    if (merged.length % STEP === 0) yield;
  }
  return merged.concat(at < one.length ? one.slice(at) : other.slice(otherAt));
}

/** Does all steps at once. */
export function allSteps<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
