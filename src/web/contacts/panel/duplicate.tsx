import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { fold } from '../../../domain/search.ts';
import type { NoteProps } from '../../form/form-field.tsx';
import { useTouchbase } from '../../touchbase.ts';
import { toText } from '../../ui/field-text.ts';
import { say } from '../../words/say-later.ts';

/** A hint that another contact has this address already: two people may share one, so it is no error. */
export function Duplicate({ name, field, text, record }: NoteProps) {
  const { contacts, router } = useTouchbase();
  const { noun, collection } = contacts;
  const address = fold(text.trim());
  if (address === '' || field.control !== 'email') return null;
  const isSame = (other: AnyRecord) =>
    fold(toText(other[name])) === address && idOf(noun, other) !== (record && idOf(noun, record));
  const other = collection.all().find(isSame);
  if (!other) return null;
  return (
    <span class="hint">
      {say.panel.duplicate} <a href={router.hrefOf({ id: idOf(noun, other) })}>{toText(other[noun.titleField])}</a>
    </span>
  );
}
