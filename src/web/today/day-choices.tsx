import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { addDays, type CalendarDate, isCalendarDate, LAST_DATE } from '../../domain/dates.ts';
import { isPlain } from '../ui/keys.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-doing.ts';

interface DayChoicesProps {
  readonly today: CalendarDate;
  readonly onPick: (date: CalendarDate) => void;
}

/** The days to which things are put off, in a menu: by the keys 1 to 4, too. */
export function DayChoices({ today, onPick }: DayChoicesProps) {
  const place = useRef<HTMLDivElement>(null);
  const picked = useSignal('');
  const { snoozes } = say.doing;
  const choices = [
    [snoozes.tomorrow, addDays(today, 1)],
    [snoozes.threeDays, addDays(today, 3)],
    [snoozes.monday, nextMonday(today)],
  ] as const;
  const isGood = isCalendarDate(picked.value) && picked.value > today;
  const press = (event: KeyboardEvent) => {
    const input = place.current?.querySelector('input');
    const isInInput = event.target === input;
    if (event.key === 'Enter' && isInInput) clickLast(event, place.current);
    if (!isPlain(event) || isInInput || !/^[1-4]$/.test(event.key)) return;
    event.preventDefault();
    if (event.key === '4') input?.focus();
    else place.current?.querySelectorAll<HTMLElement>('.item')[Number(event.key) - 1]?.click();
  };
  return (
    <div ref={place} class="days" role="group" aria-label={snoozes.days} onKeyDown={press}>
      {choices.map(([label, date], index) => (
        <button key={label} type="button" class="item" aria-keyshortcuts={`${index + 1}`} onClick={() => onPick(date)}>
          <kbd>{index + 1}</kbd>
          <span class="text">{label}</span>
          <span class="count">{dateWords(date)}</span>
        </button>
      ))}
      <label class="other">
        <kbd>4</kbd>
        <span class="visually-hidden">{snoozes.pick}</span>
        <input
          type="date"
          title={snoozes.pick}
          aria-keyshortcuts="4"
          min={addDays(today, 1)}
          max={LAST_DATE}
          value={picked.value}
          onInput={(event) => {
            picked.value = event.currentTarget.value;
          }}
        />
      </label>
      {isGood && (
        <button type="button" class="item take" onClick={() => onPick(picked.value)}>
          <span class="text">{snoozes.set}</span>
          <span class="count">{dateWords(picked.value)}</span>
        </button>
      )}
    </div>
  );
}

/** The first Monday after a day. */
function nextMonday(today: CalendarDate): CalendarDate {
  return addDays(today, (8 - new Date(today).getUTCDay()) % 7 || 7);
}

/** Enter in the date takes it. */
function clickLast(event: KeyboardEvent, place: HTMLElement | null): void {
  event.preventDefault();
  place?.querySelector<HTMLElement>('.take')?.click();
}
