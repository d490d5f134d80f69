const MINUTE_MS = 60_000;

/** `at` as the clock of this process shows it, to the minute, with the offset that holds there: `2026-03-31T14:30:00+02:00`. */
export function localMoment(at: Date): string {
  const pad = (part: number) => String(Math.abs(part)).padStart(2, '0');
  const offset = -at.getTimezoneOffset();
  const written = new Date(at.getTime() + offset * MINUTE_MS).toISOString().slice(0, 16);
  return `${written}:00${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`;
}
