import type { Month } from '../../domain/months.ts';
import type { Period } from '../../domain/sample.ts';

// Calendar dates are written in UTC from their UTC midnights, so that no time zone can move them.
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'long', timeZone: 'UTC' });

/** From a day to another as the person's locale writes it: “1–30 Nov 2026”. */
export function periodWords({ from, to }: Period): string {
  return day.formatRange(Date.parse(from), Date.parse(to));
}

/** “November 2026”. */
export function monthWords(one: Month): string {
  return month.format(Date.parse(`${one}-01`));
}
