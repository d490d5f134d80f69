import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { isCalendarDate, LAST_DATE } from '../../domain/dates.ts';
import { EARLIEST_DATE } from '../../domain/typed-text.ts';
import { Icon } from '../ui/icon.tsx';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-reminders.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { MOST_QUIET, type QuietSpan, withoutQuiet, withQuiet } from './wishes.ts';

const words = say.reminders.when;

/** Spans of days without a digest. */
export function QuietDays({ place }: { readonly place: RemindersPlace }) {
  const { quiet } = place.wishes;
  return (
    <div class="wish quiet-days">
      <span id="reminders-quiet">{words.quiet}</span>
      <div>
        <p class="hint">{words.quietText}</p>
        {quiet.length > 0 && <Spans place={place} />}
        <NewSpan
          isFull={quiet.length >= MOST_QUIET}
          onAdd={(span) => place.keep(words.added(spanWords(span)), withQuiet(quiet, span))}
        />
      </div>
    </div>
  );
}

function Spans({ place }: { readonly place: RemindersPlace }) {
  const { quiet } = place.wishes;
  const list = useRef<HTMLUListElement>(null);
  const today = place.touchbase.today.value;
  const remove = (span: QuietSpan, at: number) => {
    place.keep(words.removed(spanWords(span)), withoutQuiet(quiet, at));
    requestAnimationFrame(() => {
      const left = list.current?.querySelectorAll<HTMLElement>('button') ?? [];
      (left[Math.min(at, left.length - 1)] ?? document.querySelector<HTMLElement>('[name=quiet_from]'))?.focus();
    });
  };
  return (
    <ul ref={list} aria-labelledby="reminders-quiet">
      {quiet.map((span, at) => (
        <li key={`${span.from} ${span.to}`}>
          <span>{spanWords(span)}</span>
          {span.to < today && <span class="hint">{words.past}</span>}
          <button
            type="button"
            class="quiet"
            aria-label={words.remove(spanWords(span))}
            title={words.remove(spanWords(span))}
            onClick={() => remove(span, at)}
          >
            <Icon name="trash" />
          </button>
        </li>
      ))}
    </ul>
  );
}

type Name = 'quiet_from' | 'quiet_to';
type Wrong = { readonly name: Name; readonly text: string } | null;

/** The line in which another is typed. */
function NewSpan({ isFull, onAdd }: { readonly isFull: boolean; readonly onAdd: (span: QuietSpan) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const from = useSignal('');
  const to = useSignal('');
  const wrong = useSignal<Wrong>(null);
  const inputOf = (name: Name) => form.current?.querySelector<HTMLInputElement>(`[name=${name}]`);
  const add = (event: Event) => {
    event.preventDefault();
    // One day alone is its own last one; a control that holds half a date is asked for the rest.
    const isAlone = to.value === '' && !inputOf('quiet_to')?.validity.badInput;
    const span = { from: from.value, to: isAlone ? from.value : to.value };
    wrong.value = isFull ? { name: 'quiet_from', text: words.tooMany(MOST_QUIET) } : wrongWith(span);
    if (wrong.value) return inputOf(wrong.value.name)?.focus();
    onAdd(span);
    from.value = '';
    to.value = '';
    // Left and come back to, a date is typed from its beginning.
    inputOf('quiet_from')?.blur();
    inputOf('quiet_from')?.focus();
  };
  return (
    <form ref={form} noValidate aria-labelledby="reminders-quiet" onSubmit={add}>
      <Day name="quiet_from" label={words.from} typed={from} wrong={wrong} min={EARLIEST_DATE} />
      <Day name="quiet_to" label={words.to} typed={to} wrong={wrong} min={from.value || EARLIEST_DATE} />
      <button type="submit" class="plain">
        <Icon name="plus" />
        {words.add}
      </button>
      <p id="reminders-quiet-wrong" class="error" role="alert">
        {wrong.value?.text}
      </p>
    </form>
  );
}

interface DayProps {
  readonly name: Name;
  readonly label: string;
  readonly typed: Signal<string>;
  readonly wrong: Signal<Wrong>;
  readonly min: string;
}

function Day({ name, label, typed, wrong, min }: DayProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        name={name}
        type="date"
        min={min}
        max={LAST_DATE}
        value={typed.value}
        aria-invalid={wrong.value?.name === name}
        aria-describedby="reminders-quiet-wrong"
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          wrong.value = null;
        }}
      />
    </label>
  );
}

function wrongWith({ from, to }: QuietSpan): Wrong {
  const isDay = (text: string) => isCalendarDate(text) && text >= EARLIEST_DATE;
  if (!isDay(from)) return { name: 'quiet_from', text: words.badFrom };
  if (!isDay(to)) return { name: 'quiet_to', text: words.badTo };
  return to < from ? { name: 'quiet_to', text: words.backwards } : null;
}

function spanWords({ from, to }: QuietSpan): string {
  return words.span(dateWords(from), dateWords(to));
}
