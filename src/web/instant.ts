import { isoOffset, splitDateTime } from '../domain/dates.ts';

/** The instant of an ISO 8601 date-time in milliseconds; without an offset it is in the local time zone. */
export function instantOf(text: string): number {
  const { date, time, offset } = splitDateTime(text);
  return Date.parse(`${date}T${time || '00:00'}${isoOffset(offset)}`);
}
