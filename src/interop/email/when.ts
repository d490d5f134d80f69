import { isDateTime } from '../../domain/dates.ts';
import { offsetText } from '../../domain/zone.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Zones that RFC 5322, 4.3, still knows by letters, in hours. */
const NAMED: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  bst: 1,
};

const WRITTEN =
  /(?:^|\s|,)(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-]\d{4})|([a-z]{1,4})\b)?/i;

/** A date as in a message's head (RFC 5322, 3.3) in ISO 8601 with its own offset; undefined where it is none. */
export function whenOf(header: string): string | undefined {
  const [, day = '', month = '', year = '', hour = '', minute = '', second = '00', offset, zone = ''] =
    WRITTEN.exec(header.slice(0, 200)) ?? [];
  const at = MONTHS.indexOf(month.toLowerCase());
  if (at < 0) return undefined;
  const date = `${fullYear(year)}-${pad(at + 1)}-${day.padStart(2, '0')}`;
  const seconds = second === '60' ? '59' : second;
  const iso = `${date}T${hour.padStart(2, '0')}:${minute}:${seconds}${offset ? spaced(offset) : offsetOf(zone)}`;
  return isDateTime(iso) ? iso : undefined;
}

/** When it came in: the date of a `Received` header, or of the `From ` line of a mailbox (asctime, in UTC). */
export function arrivalOf(received: string, envelope: string): string | undefined {
  const [, month = '', day = '', time = '', offset = '', year = ''] =
    /([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([+-]\d{4}|[A-Z]{3,4})\s+)?(\d{4})/.exec(envelope) ??
    [];
  return whenOf(received.slice(received.lastIndexOf(';') + 1)) ?? whenOf(`${day} ${month} ${year} ${time} ${offset}`);
}

function offsetOf(zone: string): string {
  const hours = NAMED[zone.toLowerCase()];
  return hours === undefined ? 'Z' : offsetText(hours * 60);
}

/** `-0000` says that the time is UTC and the sender's zone unknown. */
const spaced = (offset: string) => (/^[+-]0000$/.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(3)}`);

function fullYear(year: string): string {
  if (year.length > 2) return year.padStart(4, '0');
  return Number(year) < 50 ? `20${year}` : `19${year}`;
}

const pad = (part: number) => String(part).padStart(2, '0');
