import { useRef } from 'preact/hooks';
import type { Field } from '../../../domain/field.ts';
import { fromText } from '../../../domain/typed-text.ts';
import { SaveMenu } from '../../saving/save-menu.tsx';
import { useTouchbase } from '../../touchbase.ts';
import { errorOf } from '../../ui/field-text.ts';
import { useFocusHandOver } from '../../ui/focus-back.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';
import { say } from '../../words/say-later.ts';
import { bulkFields } from './bulk-values.ts';
import { DateMenu } from './date-menu.tsx';
import { TagsMenu } from './tags-menu.tsx';
import { TextMenu } from './text-menu.tsx';
import './bulk.css';

/** What can be done to all selected contacts at once. Escape gives the focus back to the list. */
export function BulkBar() {
  const { contacts, selection, actions, grid } = useTouchbase();
  const bar = useRef<HTMLDivElement>(null);
  useFocusHandOver(bar, () => grid.focus());
  const onKeyDown = (event: KeyboardEvent) => {
    const isInMenu = event.target instanceof Element && event.target.closest('[popover]') !== null;
    if (event.key !== 'Escape' || isInMenu) return;
    event.preventDefault();
    grid.focus();
  };
  return (
    <div ref={bar} class="bulk" role="group" aria-label={say.bulk.bar} onKeyDown={onKeyDown}>
      <span class="chosen">{say.select.count(selection.count.value, selection.hidden.value)}</span>
      {bulkFields(contacts.noun).map(([name, field]) => (
        <Menu key={name} class="plain" label={say.schema.label(name, field)} title={say.schema.label(name, field)}>
          <Choices name={name} field={field} />
        </Menu>
      ))}
      <SaveMenu />
      <button type="button" class="plain delete" onClick={() => actions.removeAll([...selection.ids.peek()])}>
        <Icon name="trash" />
        {say.bulk.delete}
      </button>
      <button type="button" class="quiet" aria-label={say.bulk.clear} onClick={() => selection.clear()}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly field: Field;
}

/** What one field of all selected contacts can become. */
function Choices({ name, field }: ChoicesProps) {
  const { selection, actions, toasts } = useTouchbase();
  const set = (text: string) => {
    const error = errorOf(name, field, text);
    if (error) toasts.show({ text: say.schema.error(error) });
    else actions.editAll([...selection.ids.peek()], { [name]: fromText(field, text) });
  };
  if (field.control === 'tags') return <TagsMenu name={name} field={field} />;
  if (field.control === 'date') return <DateMenu onSet={set} />;
  return <TextMenu name={name} field={field} onSet={set} />;
}
