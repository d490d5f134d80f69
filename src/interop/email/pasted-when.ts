import { isDateTime } from '../../domain/dates.ts';
import { fold } from '../../domain/search.ts';
import { withOffset } from '../../domain/zone.ts';
import { whenOf } from './when.ts';

/** The beginnings of the months' names in English, German and French, without accents. */
const MONTHS = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
];

const DAY_FIRST = /\b(\d{1,2})(?:\.|er|st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,10})\.?,?\s+(\d{4})\b/;
const MONTH_FIRST = /\b([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/;
const TIME = /\b(\d{1,2})(?::|\s?h\s?)(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?\b/;

/**
 * A date as mail programs show it in English, German or French, in ISO 8601 with an offset; undefined where it is none, or
 * where day and month cannot be told apart.
 *
 * @param zone the zone of a date that names none, an IANA name
 */
export function pastedWhenOf(written: string, zone: string): string | undefined {
  const exact = /[+-]\d{4}\s*(?:\(.*\))?$/.test(written.trim()) ? whenOf(written) : undefined;
  if (exact) return exact;
  const text = fold(written.slice(0, 200)).replace(/[\u00a0\u202f]/g, ' ');
  const date = dateIn(text);
  if (date === undefined) return undefined;
  const time = timeIn(text);
  if (time === undefined) return isDateTime(date) ? date : undefined;
  const iso = `${date}T${time}`;
  if (!isDateTime(iso)) return undefined;
  return offsetIn(text, iso) ?? withOffset({ date, time }, zone);
}

function dateIn(text: string): string | undefined {
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  const named = written(year, month, day);
  if (named) return named;
  const [, first = '', second = '', third = ''] = MONTH_FIRST.exec(text) ?? [];
  return written(third, first, second) ?? figuresIn(text);
}

function written(year: string, month: string, day: string): string | undefined {
  const at = MONTHS.findIndex((names) => names.some((name) => month.startsWith(name)));
  return at < 0 ? undefined : `${year}-${pad(at + 1)}-${day.padStart(2, '0')}`;
}

function figuresIn(text: string): string | undefined {
  const [iso] = /\b\d{4}-\d{2}-\d{2}\b/.exec(text) ?? [];
  if (iso) return iso;
  const [, day = '', month = '', year = ''] = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/.exec(text) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [, one = '', other = '', of = ''] = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ?? [];
  if (of === '') return undefined;
  const isAmerican = Number(other) > 12 || /\d\s*[ap]m\b/.test(text);
  if (!isAmerican && Number(one) <= 12 && one !== other) return undefined;
  const [inMonth, onDay] = isAmerican ? [one, other] : [other, one];
  return `${of}-${inMonth.padStart(2, '0')}-${onDay.padStart(2, '0')}`;
}

function timeIn(text: string): string | undefined {
  const [whole, hour = '', minute = '', second = '00', half = ''] = TIME.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half === 'p' ? 12 : 0);
  return `${pad(hours)}:${minute}:${second}`;
}

function offsetIn(text: string, iso: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /\b(?:gmt|utc)\s?([+-])(\d{1,2})(?::?(\d{2}))?\b/.exec(text) ?? [];
  if (sign) return `${iso}${sign}${hours.padStart(2, '0')}:${minutes}`;
  const [, zone] = /(?:\d|\d\s?[ap]m)\s(cet|cest|mez|mesz|gmt|utc|bst|e[sd]t|c[sd]t|m[sd]t|p[sd]t)\b/.exec(text) ?? [];
  const [date = '', time = ''] = iso.split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return zone && whenOf(`${day} ${MONTHS_EN[Number(month) - 1]} ${year} ${time} ${zone}`);
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const pad = (part: number) => String(part).padStart(2, '0');
