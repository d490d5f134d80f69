import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { isMonth, type Month, monthOf, periodOfMonth } from '../../domain/months.ts';
import type { Period } from '../../domain/sample.ts';
import { askedDays, periodOf } from '../period/asked-period.ts';
import { monthWords, periodWords } from '../period/period-words.ts';
import type { Elsewhere } from '../route.ts';

/** What a report is of: a month, or the days from one to another. */
export interface ReportPeriod extends Period {
  /** Null where it is no month that was asked for. */
  readonly month: Month | null;
  readonly words: string;
  /** In the name of a file. */
  readonly short: string;
}

/** In Switzerland the proof of a month is handed in by the fifth of the next (Art. 26 AVIV). */
const HANDED_IN_BY = 5;

/**
 * The days that an address asks for; without any, those of this month, or of the last one while it may be handed in.
 *
 * @param whole the days of the whole search, for an end that is left open
 */
export function reportPeriod(asked: Elsewhere['asked'], whole: Period, today: CalendarDate): ReportPeriod {
  if (askedDays(asked)) {
    const period = periodOf(asked, whole, today);
    return { ...period, month: null, words: periodWords(period), short: `${period.from}--${period.to}` };
  }
  const month = isMonth(asked.month ?? '') && asked.month ? asked.month : monthOf(addDays(today, -HANDED_IN_BY));
  return { ...periodOfMonth(month), month, words: monthWords(month), short: month };
}
