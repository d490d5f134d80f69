import { useRef } from 'preact/hooks';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { useTouchbase } from '../touchbase.ts';
import { Combobox } from '../ui/combobox.tsx';
import type { ControlProps } from '../ui/control-props.ts';
import { enterText } from '../ui/enter-text.ts';

/** A record of another noun, chosen by its name. What is typed and names none stays, so that it can be said what is wrong. */
export function ReferenceControl(props: ControlProps) {
  const { name, field, text, onText } = props;
  const { replica } = useTouchbase();
  const chosen = useRef<HTMLInputElement>(null);
  const type = field.references;
  if (type === undefined) throw new Error(`The field ${name} names no records.`);
  const collection = replica.collection(type);
  const { noun } = collection;
  const record = replica.record({ type, id: text });
  const choose = (typed: string) => {
    const found = typed === '' ? undefined : collection.all().find((one) => nameOf(noun, one) === typed);
    if (chosen.current) enterText(chosen.current, found ? idOf(noun, found) : typed);
  };
  return (
    <span class="reference">
      <Combobox
        {...props}
        name={`${name}.name`}
        text={record ? nameOf(noun, record) : text}
        onText={choose}
        suggestions={() => [...new Set([...collection.all()].map((one) => nameOf(noun, one)))]}
      />
      <input
        ref={chosen}
        name={name}
        type="hidden"
        value={text}
        onInput={(event) => onText(event.currentTarget.value)}
      />
    </span>
  );
}

/** What tells one from the others: its title, and the company that it belongs to. */
function nameOf({ titleField }: Noun, record: AnyRecord): string {
  return [record[titleField], record.company].map(toText).filter(Boolean).join(' · ');
}
