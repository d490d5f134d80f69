import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Field } from '../../../domain/field.ts';
import { useTouchbase } from '../../touchbase.ts';
import { suggest } from '../../ui/suggest.ts';
import { say } from '../../words/say-later.ts';
import { suggestionsFor } from '../suggestions.ts';
import { TypedValue } from './typed-value.tsx';

interface TextMenuProps {
  readonly name: string;
  readonly field: Field;
  readonly onSet: (text: string) => void;
}

/** One text for all: one that is suggested, one that is typed, or none. */
export function TextMenu({ name, field, onSet }: TextMenuProps) {
  const { contacts } = useTouchbase();
  const typed = useSignal('');
  const offered = useMemo(() => suggestionsFor(contacts, name)?.() ?? [], []);
  const found = typed.value === '' ? offered : suggest(offered, typed.value);
  return (
    <>
      <TypedValue label={say.bulk.type(say.schema.label(name, field))} typed={typed} onEnter={onSet} />
      {typed.value !== '' && !offered.includes(typed.value) && (
        <Item text={say.bulk.set(typed.value)} onPick={() => onSet(typed.value)} />
      )}
      {found.map((text) => (
        <Item key={text} text={text} onPick={() => onSet(text)} />
      ))}
      {typed.value === '' && <Item text={say.bulk.empty} onPick={() => onSet('')} />}
    </>
  );
}

interface ItemProps {
  readonly text: string;
  readonly onPick: () => void;
}

/** A choice of a menu. */
export function Item({ text, onPick }: ItemProps) {
  return (
    <button type="button" class="item" onClick={onPick}>
      <span class="text" dir="auto">
        {text}
      </span>
    </button>
  );
}
