import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type DateTimeParts, joinDateTime, LAST_DATE, splitDateTime } from '../../domain/dates.ts';
import { EARLIEST_DATE } from '../../domain/typed-text.ts';
import { say } from '../words/say.ts';
import { attributesOf, type ControlProps } from './control-props.ts';
import { enterText } from './enter-text.ts';

/** A date and, where it is known, a time. The offset stays as it was sent; what is not touched is not rewritten. */
export function DateTimeControl(props: ControlProps) {
  const { name, text, onText } = props;
  const whole = useRef<HTMLInputElement>(null);
  const parts = useSignal(splitDateTime(text));
  if (compose(parts.value) !== text) parts.value = splitDateTime(text);
  const { date, time, offset } = parts.value;

  const change = (changed: Partial<DateTimeParts>) => {
    parts.value = { ...parts.value, ...changed };
    if (whole.current) enterText(whole.current, compose(parts.value));
  };
  // A date that is half typed is empty too, but not cleared: its time is still meant.
  const changeDate = ({ value, validity }: HTMLInputElement) =>
    change(value === '' && !validity.badInput ? { date: '', time: '', offset: '' } : { date: value });
  return (
    <span class="date-time">
      <input
        {...attributesOf(props)}
        type="date"
        min={EARLIEST_DATE}
        max={LAST_DATE}
        value={date}
        onInput={(event) => changeDate(event.currentTarget)}
      />
      <input
        type="time"
        aria-label={say.control.time}
        aria-describedby={props.describedBy}
        value={shownTime(time)}
        onInput={(event) => change({ time: event.currentTarget.value })}
      />
      {offset && <span class="offset">{say.control.offset(offset)}</span>}
      <input
        ref={whole}
        name={name}
        type="hidden"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </span>
  );
}

/** A time without a date is kept as one, so that the schema can say what is missing. */
function compose(parts: DateTimeParts): string {
  return parts.date === '' && parts.time !== '' ? `T${parts.time}` : joinDateTime(parts);
}

/** A time control takes at most three digits of a fraction. */
function shownTime(time: string): string {
  return time.replace(/(\.\d{3})\d+$/, '$1');
}
