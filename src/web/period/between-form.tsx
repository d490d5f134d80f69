import { useId, useRef } from 'preact/hooks';
import { LAST_DATE } from '../../domain/dates.ts';
import { EARLIEST_DATE } from '../../domain/typed-text.ts';
import { say } from '../words/say-period.ts';
import { askedDays, type Between } from './asked-period.ts';
import './period.css';

interface BetweenFormProps {
  /** The days that are shown. */
  readonly days: Between;
  readonly onChoose: (days: Between) => void;
}

/** From one day to another; they are asked for with Enter or the button, so that no half-typed year is. */
export function BetweenForm({ days, onChoose }: BetweenFormProps) {
  const [from, to] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const chosen = askedDays({ from: from.current?.value ?? '', to: to.current?.value ?? '' });
    if (chosen) onChoose(chosen);
    else from.current?.focus();
  };
  return (
    <form class="between" aria-label={say.period.between} onSubmit={onSubmit}>
      <Day key={`from ${days.from}`} input={from} label={say.period.from} day={days.from} />
      <Day key={`to ${days.to}`} input={to} label={say.period.to} day={days.to} />
      <button type="submit" class="plain">
        {say.period.show}
      </button>
    </form>
  );
}

interface DayProps {
  readonly input: { current: HTMLInputElement | null };
  readonly label: string;
  readonly day: string | null;
}

function Day({ input, label, day }: DayProps) {
  const id = useId();
  return (
    <span class="day">
      <label for={id}>{label}</label>
      <input ref={input} id={id} type="date" min={EARLIEST_DATE} max={LAST_DATE} defaultValue={day ?? ''} />
    </span>
  );
}
