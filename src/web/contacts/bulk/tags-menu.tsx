import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Field } from '../../../domain/field.ts';
import type { AnyRecord } from '../../../domain/noun.ts';
import { matchesWords, searchable, words } from '../../../domain/search.ts';
import { useTouchbase } from '../../touchbase.ts';
import { errorOf } from '../../ui/field-text.ts';
import { say } from '../../words/say-later.ts';
import { tagsFor, withoutTag, withTag } from './bulk-values.ts';
import { Item } from './text-menu.tsx';
import { TypedValue } from './typed-value.tsx';

/** So many tags are listed to add; the others are found by typing. */
const MOST = 40;

interface TagsMenuProps {
  readonly name: string;
  readonly field: Field;
}

/** A tag to add to all, or to take from those that have it. */
export function TagsMenu({ name, field }: TagsMenuProps) {
  const { contacts, selection, actions, toasts } = useTouchbase();
  const { collection } = contacts;
  const typed = useSignal('');
  const { toAdd, toRemove } = useMemo(() => {
    const chosen = [...selection.ids.peek()].flatMap((id) => collection.get(id) ?? []);
    return tagsFor(name, collection.all(), chosen);
  }, []);
  const isFound = (tag: string) => matchesWords(searchable(tag), words(typed.value));
  const change = (tag: string, changed: typeof withTag) => {
    const error = errorOf(name, field, tag);
    if (error) return void toasts.show({ text: say.schema.error(error) });
    actions.editAll([...selection.ids.peek()], (record: AnyRecord) => ({ [name]: changed(record[name], tag) }));
  };
  const text = typed.value.trim();
  return (
    <>
      <TypedValue
        label={say.bulk.type(say.schema.label(name, field))}
        typed={typed}
        onEnter={(tag) => change(tag, withTag)}
      />
      {text !== '' && !toAdd.includes(text) && (
        <Item text={say.bulk.addTag(text)} onPick={() => change(text, withTag)} />
      )}
      {toRemove
        .filter(({ value }) => isFound(value))
        .map(({ value }) => (
          <Item key={`-${value}`} text={say.bulk.removeTag(value)} onPick={() => change(value, withoutTag)} />
        ))}
      {toAdd
        .filter(isFound)
        .slice(0, MOST)
        .map((tag) => (
          <Item key={`+${tag}`} text={say.bulk.addTag(tag)} onPick={() => change(tag, withTag)} />
        ))}
    </>
  );
}
