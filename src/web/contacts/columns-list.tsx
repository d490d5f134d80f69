import { useRef } from 'preact/hooks';
import { isTyped } from '../../domain/field.ts';
import { type ColumnField, fieldsOf, movedColumn, toggledColumn } from '../columns.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { useFocusIfLate } from '../ui/menu.tsx';
import { say } from '../words/say.ts';

/** Each field of a contact, to be shown or not, and moved. */
export function ColumnsList() {
  const { contacts, router, toasts } = useTouchbase();
  const { noun } = contacts;
  const place = useRef<HTMLDivElement>(null);
  useFocusIfLate(place);
  const shown = contacts.columns.value;
  const all = fieldsOf(noun, Object.keys(noun.fields)).filter(([, field]) => isTyped(field));
  const others = all.filter(([name]) => !shown.some(([one]) => one === name));
  const asked = () => contacts.address.peek().columns;
  const change = (columns: readonly string[] | null, name: string) => {
    router.ask({ columns });
    // A checkbox that moves in the menu loses the focus.
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus());
  };
  const move = ([name, field]: ColumnField, step: 1 | -1) => {
    change(movedColumn(noun, asked(), name, step), name);
    const at = contacts.columns.peek().findIndex(([one]) => one === name);
    toasts.say(say.views.moved(say.schema.label(name, field), at + 1));
  };
  return (
    <div ref={place}>
      {[...shown, ...others].map((column, index) => (
        <ColumnChoice
          key={column[0]}
          column={column}
          isShown={index < shown.length}
          isFixed={column[0] === noun.titleField}
          onToggle={() => change(toggledColumn(noun, asked(), column[0]), column[0])}
          onMove={(step) => move(column, step)}
        />
      ))}
      <button type="button" class="item" onClick={() => router.ask({ columns: null })}>
        <span class="text">{say.views.usual}</span>
      </button>
    </div>
  );
}

interface ColumnChoiceProps {
  readonly column: ColumnField;
  readonly isShown: boolean;
  readonly isFixed: boolean;
  readonly onToggle: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

function ColumnChoice({ column: [name, field], isShown, isFixed, onToggle, onMove }: ColumnChoiceProps) {
  const label = say.schema.label(name, field);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== undefined) onMove(step);
    else if (!isFixed) onToggle();
  };
  return (
    <div class="entry">
      <label class="choose">
        <input
          type="checkbox"
          name={name}
          checked={isShown}
          aria-disabled={isFixed || undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={(event) => isFixed && event.preventDefault()}
          onChange={onToggle}
          onKeyDown={onKeyDown}
        />
        <span class="text">{label}</span>
      </label>
      {isShown && !isFixed && (
        <>
          <button type="button" class="quiet" aria-label={say.views.earlier(label)} onClick={() => onMove(-1)}>
            <Icon name="ascending" />
          </button>
          <button type="button" class="quiet" aria-label={say.views.later(label)} onClick={() => onMove(1)}>
            <Icon name="descending" />
          </button>
        </>
      )}
    </div>
  );
}
