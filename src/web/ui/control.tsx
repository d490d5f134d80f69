import type { JSX, TargetedEvent } from 'preact';
import { LAST_DATE } from '../../domain/dates.ts';
import type { Control as Kind } from '../../domain/field.ts';
import { EARLIEST_DATE } from '../../domain/typed-text.ts';
import { say } from '../words/say.ts';
import { attributesOf, type ControlProps } from './control-props.ts';
import { DateTimeControl } from './date-time.tsx';
import { TextControl } from './text-control.tsx';

/** What a person types a value of a field into. An element with the field's name always holds the text as its value. */
export function Control(props: ControlProps) {
  const View = VIEWS[props.field.control] ?? TextControl;
  return <View {...props} />;
}

const VIEWS: Partial<Record<Kind, (props: ControlProps) => JSX.Element>> = {
  choice: ChoiceControl,
  date: DateControl,
  date_time: DateTimeControl,
  notes: NotesControl,
  flag: FlagControl,
};

function ChoiceControl(props: ControlProps) {
  const { name, field, text, onText } = props;
  return (
    <select {...attributesOf(props)} name={name} value={text} onInput={(event) => onText(event.currentTarget.value)}>
      <option value="">{say.control.none}</option>
      {Object.keys(field.choices ?? {}).map((key) => (
        <option key={key} value={key}>
          {say.schema.choice(name, key, field)}
        </option>
      ))}
    </select>
  );
}

function DateControl(props: ControlProps) {
  const { name, text, onText } = props;
  const onInput = (event: TargetedEvent<HTMLInputElement>) => onText(event.currentTarget.value);
  return (
    <input
      {...attributesOf(props)}
      name={name}
      type="date"
      min={EARLIEST_DATE}
      max={LAST_DATE}
      value={text}
      onInput={onInput}
    />
  );
}

function FlagControl(props: ControlProps) {
  const { name, text, onText } = props;
  const onInput = (event: TargetedEvent<HTMLInputElement>) => onText(event.currentTarget.checked ? 'true' : '');
  return <input {...attributesOf(props)} name={name} type="checkbox" checked={text !== ''} onInput={onInput} />;
}

function NotesControl(props: ControlProps) {
  const { name, text, onText } = props;
  const onInput = (event: TargetedEvent<HTMLTextAreaElement>) => onText(event.currentTarget.value);
  return <textarea {...attributesOf(props)} name={name} dir="auto" rows={5} value={text} onInput={onInput} />;
}
