import type { Field } from '../../../domain/field.ts';
import { isEqual } from '../../../domain/json.ts';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { isOf } from '../../sync/change.ts';
import { useTouchbase } from '../../touchbase.ts';
import { toText } from '../../ui/field-text.ts';
import { say } from '../../words/say.ts';
import { wordsOf } from '../words-of.ts';

interface OtherWroteProps {
  readonly name: string;
  readonly field: Field;
  readonly record: AnyRecord | undefined;
  /** Puts a text into the control, as if it were typed: once it is saved, the conflict has ended. */
  readonly onTake: (text: string) => void;
}

/** What another device wrote in a field, over which a change of this one came: the person says which one stays. */
export function OtherWrote({ name, field, record, onTake }: OtherWroteProps) {
  const { contacts, replica } = useTouchbase();
  if (!record) return null;
  const ref = { type: contacts.noun.type, id: idOf(contacts.noun, record) };
  const conflicts = replica.conflicts.value.filter((conflict) => isOf(conflict, ref) && conflict.field === name);
  const open = conflicts.filter(({ theirs }) => !isEqual(theirs, record[name]));
  const resolve = () => void replica.commit({ resolved: conflicts });
  const latest = open.at(-1);
  if (!latest) return null;
  const text = toText(latest.theirs);
  return (
    <p class="meanwhile" role="status">
      <span class="text" dir="auto">
        {say.syncPanel.otherWrote(wordsOf(name, field, text))}
      </span>
      <button type="button" class="link" onClick={resolve}>
        {say.syncPanel.keepMine}
      </button>
      <button type="button" class="link" onClick={() => onTake(text)}>
        {say.syncPanel.keepTheirs}
      </button>
    </p>
  );
}
