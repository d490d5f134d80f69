import { isoOffset, splitDateTime } from '../domain/dates.ts';

/** The instant of an ISO 8601 date-time in milliseconds; without an offset it is in the local time zone. */
export function instantOf(text: string): number {
  const { date, time, offset } = splitDateTime(text);
  return Date.parse(`${date}T${time || '00:00'}${isoOffset(offset)}`);
}

const MINUTE_MS = 60_000;

/** The moment as the person's clock shows it, to the minute, with the offset that holds there. */
export function localMoment(at: Date): string {
  const pad = (part: number) => String(Math.abs(part)).padStart(2, '0');
  const offset = -at.getTimezoneOffset();
  const written = new Date(at.getTime() + offset * MINUTE_MS).toISOString().slice(0, 16);
  return `${written}:00${offset < 0 ? '-' : '+'}${pad(Math.trunc(offset / 60))}:${pad(offset % 60)}`;
}
