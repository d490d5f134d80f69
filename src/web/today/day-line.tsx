import { useTouchbase } from '../touchbase.ts';
import { longDateWords } from '../words/moment.ts';
import { say } from '../words/say-today.ts';
import type { Day } from './day.ts';

/** The id of what has the focus where nothing else is left to have it. */
export const DAY_LINE = 'today-line';

/** Which day it is, and how much there is to do. */
export function DayLine({ day, isEmpty }: { readonly day: Day; readonly isEmpty: boolean }) {
  const today = useTouchbase().today.value;
  const { items } = day.agenda.value;
  const all = day.left.value;
  const overdue = items.filter(({ section }) => section === 'overdue').length;
  return (
    <p class="day" id={DAY_LINE} tabIndex={-1}>
      <span class="date">{longDateWords(today)}</span>
      {!isEmpty && <span class="counts">{say.today.counts(overdue, all - overdue)}</span>}
    </p>
  );
}
