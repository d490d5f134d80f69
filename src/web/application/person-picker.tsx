import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { contact } from '../../domain/contact.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { words } from '../../domain/search.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Collection } from '../sync/collection.ts';
import { useTouchbase } from '../touchbase.ts';
import { Options } from '../ui/combobox.tsx';
import { Icon } from '../ui/icon.tsx';
import { isPlain } from '../ui/keys.ts';
import { stepped } from '../ui/suggest.ts';
import { say } from '../words/say-application.ts';
import { type Offered, offeredAs, peopleOf } from './people-of.ts';

interface PickerProps {
  readonly record: AnyRecord;
  readonly onPick: (id: string) => void;
  /** Told the name that a new contact begins with. */
  readonly onNew: (name: string) => void;
}

/** More than are ever compared: who types on finds the others. */
const MOST = 12;

/**
 * A box in which contacts are found by their names, and the way to a new one. WAI-ARIA Authoring Practices 1.2, combobox
 * with list autocomplete and automatic selection.
 */
export function PersonPicker({ record, onPick, onNew }: PickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { typed, shown, active, type, press, pick, show } = useChoices({ record, onPick, onNew });
  const idOfOption = (index: number) => `${id}-option-${index}`;
  return (
    <div class="picker">
      <input
        ref={input}
        type="text"
        dir="auto"
        autocomplete="off"
        role="combobox"
        aria-label={say.people.add}
        placeholder={say.people.hint}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-options`}
        aria-activedescendant={active < 0 ? undefined : idOfOption(active)}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        onClick={() => show(true)}
        onBlur={() => show(false)}
      />
      <Options
        id={`${id}-options`}
        input={input}
        shown={shown}
        active={active}
        idOf={idOfOption}
        onPick={(label) => pick(shown.indexOf(label))}
      />
      <button type="button" class="plain" onClick={() => onNew(typed.trim())}>
        <Icon name="plus" />
        <span class="text">{say.people.addNew}</span>
      </button>
    </div>
  );
}

/** What the box offers and what its keys do; the last choice is to add whom nobody knows yet. */
function useChoices({ record, onPick, onNew }: PickerProps) {
  const contacts = useTouchbase().replica.collection(contact.type);
  const typed = useSignal('');
  const isOpen = useSignal(false);
  const active = useSignal(-1);
  const name = typed.value.trim();
  const found = isOpen.value ? offeredTo(record, contacts, typed.value) : [];
  const labels = found.map(({ label }) => label);
  const shown = isOpen.value && name !== '' ? [...labels, say.people.addNewNamed(name)] : labels;
  const show = (isShown: boolean) => {
    isOpen.value = isShown;
    active.value = -1;
  };
  const pick = (index: number) => {
    const chosen = found[index];
    typed.value = '';
    show(false);
    if (chosen) onPick(chosen.id);
    else onNew(name);
  };
  const type = (text: string) => {
    typed.value = text;
    isOpen.value = true;
    active.value = text.trim() === '' ? -1 : 0;
  };
  const step = (by: 1 | -1) => {
    if (!isOpen.peek()) show(true);
    else active.value = stepped(active.peek(), by, shown.length);
  };
  const at = active.value;
  const press = keys({
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ...(shown[at] !== undefined && { Enter: () => pick(at) }),
    ...(shown.length > 0 && { Escape: () => show(false) }),
  });
  return { typed: typed.value, shown, active: at, type, press, pick, show };
}

/** What some keys do in the box; all others are typed. */
function keys(does: Readonly<Record<string, () => void>>): (event: KeyboardEvent) => void {
  return (event) => {
    const run = Object.hasOwn(does, event.key) ? does[event.key] : undefined;
    if (!run || !isPlain(event)) return;
    event.preventDefault();
    run();
  };
}

/** Those that fit what was typed, best first; before that, those of the same company. Nobody who is there already. */
function offeredTo(record: AnyRecord, contacts: Collection, typed: string): readonly Offered[] {
  const there = new Set(peopleOf(record).map(({ contact_id }) => contact_id));
  const company = toText(record.company);
  const wanted = words(typed);
  const filter = wanted.length > 0 ? { words: wanted } : company === '' ? {} : { values: { company } };
  const all = contacts.list({ filter, sort: wanted.length > 0 ? 'best' : { field: 'name', descending: false } });
  return offeredAs(all.filter((one) => !there.has(idOf(contact, one))).slice(0, MOST));
}
