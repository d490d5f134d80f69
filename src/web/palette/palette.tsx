import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-later.ts';
import { actionsOf } from './actions.ts';
import { CallerCard } from './caller-card.tsx';
import { type Group, groupsFor, type Option } from './options.ts';
import './palette.css';

/** Finds every contact, view and action by a few letters (WAI-ARIA Authoring Practices, combobox with a listbox). */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const touchbase = useTouchbase();
  const { unsaved } = touchbase.desks.contacts;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const query = useSignal('');
  const place = useSignal(0);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const revision = touchbase.contacts.collection.revision.value;
  const actions = useMemo(() => actionsOf(touchbase), [revision]);
  const groups = useMemo(() => groupsFor({ ...touchbase, unsaved }, actions, query.value), [actions, query.value]);
  const options = groups.flatMap((group) => group.options);
  const more = groups.reduce((sum, group) => sum + group.more, 0);
  const active = options[Math.min(place.value, options.length - 1)];
  const choose = (option: Option | undefined) => {
    if (!option) return;
    dialog.current?.close();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const to = placeAfter(event, place.value, options.length);
    if (event.key === 'Enter') choose(active);
    else if (to !== null) place.value = to;
    else return;
    event.preventDefault();
  };
  return (
    <dialog ref={dialog} class="palette" aria-label={say.palette.title} closedby="any" onClose={onClose}>
      <div class="asked">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={say.palette.title}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active && idOf(id, active)}
          aria-autocomplete="list"
          placeholder={say.palette.hint}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          onInput={(event) => {
            query.value = event.currentTarget.value;
            place.value = 0;
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" class="quiet" aria-label={say.app.close} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div class="found">
        <Options id={id} groups={groups} active={active} onChoose={choose} />
        {active?.record && <CallerCard record={active.record} />}
      </div>
      <p class="visually-hidden" role="status">
        {say.palette.count(options.length + more)}
      </p>
    </dialog>
  );
}

interface OptionsProps {
  readonly id: string;
  readonly groups: readonly Group[];
  readonly active: Option | undefined;
  readonly onChoose: (option: Option) => void;
}

function Options({ id, groups, active, onChoose }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);
  return (
    <div ref={list} id={`${id}-list`} class="list" role="listbox" aria-label={say.palette.title}>
      {groups.map(({ title, options, more }) => (
        <div key={title} role="group" aria-label={title}>
          <p class="group" aria-hidden="true">
            {title}
          </p>
          {options.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the input, which keeps the focus
            <div
              key={option.id}
              id={idOf(id, option)}
              role="option"
              tabIndex={-1}
              aria-selected={option === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option)}
            >
              <span class="text" dir="auto">
                {option.label}
              </span>
              <span class="detail" dir="auto">
                {option.detail}
              </span>
              {option.keys && <kbd>{option.keys}</kbd>}
            </div>
          ))}
          {more > 0 && (
            <p class="more" aria-hidden="true">
              {say.filters.more(more)}
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

/** An id has no spaces, as statuses have. */
function idOf(palette: string, { id }: Option): string {
  return `${palette}-${encodeURIComponent(id)}`;
}

/** Where a key leads to among so many options, round and round; null where it is no such key. */
function placeAfter(
  { key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent,
  place: number,
  count: number,
): number | null {
  if (ctrlKey || metaKey || altKey || shiftKey || count === 0) return null;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: (place + 1) % count,
    ArrowUp: (place - 1 + count) % count,
    PageDown: Math.min(count - 1, place + 8),
    PageUp: Math.max(0, place - 8),
    Home: 0,
    End: count - 1,
  };
  return Object.hasOwn(moves, key) ? (moves[key] ?? null) : null;
}
