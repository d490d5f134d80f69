const MINUTE_MS = 60_000;

/** Each unit and how many of it are one of the next. */
const UNITS = [
  ['minute', 60],
  ['hour', 24],
  ['day', Number.POSITIVE_INFINITY],
] as const;

/**
 * How long ago something was, in its largest whole unit: “2 minutes ago”.
 *
 * @param ms milliseconds since then
 * @returns null where it was less than a minute ago, or a clock that was set says that it is still to come
 */
export function ago(language: string, ms: number): string | null {
  let count = ms / MINUTE_MS;
  if (count < 1) return null;
  for (const [unit, most] of UNITS) {
    if (count < most) return new Intl.RelativeTimeFormat(language).format(-Math.floor(count), unit);
    count /= most;
  }
  return null;
}
