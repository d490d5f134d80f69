import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { withSaving } from '../../saving/with-saving.ts';
import { useTouchbase } from '../../touchbase.ts';
import { Icon } from '../../ui/icon.tsx';
import { isPhone } from '../../ui/media.ts';
import { useFocusIfLate } from '../../ui/menu.tsx';
import { say } from '../../words/say-saving.ts';
import { NameForm } from './name-form.tsx';
import type { SavedView } from './views.ts';

/** What is being named: a view that there is, or a new one. */
type Naming = SavedView | 'new' | null;

/** The views, each a link that can be renamed or deleted, and how to make one of what is shown. */
export function ViewsList() {
  const { views, contacts } = useTouchbase();
  const naming = useSignal<Naming>(null);
  const isAll = views.isPlain.value && views.current.value === null;
  const place = useRef<HTMLDivElement>(null);
  useFocusIfLate(place);
  const done = () => {
    const menu = place.current?.closest<HTMLElement>('[popover]');
    menu?.hidePopover();
  };
  return (
    <div ref={place}>
      <a class="item" href={`/${contacts.noun.type}`} aria-current={isAll || undefined}>
        <span class="text">{say.views.all}</span>
        {isAll && <Icon name="check" />}
      </a>
      {views.all.value.map((one) =>
        naming.value === one ? (
          <Rename key={one.id} view={one} onDone={done} />
        ) : (
          <Entry key={one.id} view={one} onRename={() => (naming.value = one)} />
        ),
      )}
      <SaveTable />
      <Save isNaming={naming.value === 'new'} onAsk={() => (naming.value = 'new')} onDone={done} />
    </div>
  );
}

/** The list as it is shown, for a spreadsheet. */
function SaveTable() {
  const touchbase = useTouchbase();
  if (touchbase.contacts.shown.value.length === 0) return null;
  return (
    <button
      type="button"
      class="item"
      onClick={() => withSaving(touchbase, (saving) => saving.saveContactsAsCsv(touchbase, 'shown'))}
    >
      <span class="text">{say.saving.csv}</span>
    </button>
  );
}

function Entry({ view, onRename }: { view: SavedView; onRename: () => void }) {
  const { views } = useTouchbase();
  const isCurrent = views.current.value?.id === view.id;
  return (
    <div class="entry">
      <a class="item" href={view.href} aria-current={isCurrent || undefined}>
        <span class="text" dir="auto">
          {view.name}
        </span>
        {isCurrent && <Icon name="check" />}
      </a>
      <button type="button" class="quiet" aria-label={say.views.rename(view.name)} onClick={onRename}>
        <Icon name="pen" />
      </button>
      <button type="button" class="quiet" aria-label={say.views.delete(view.name)} onClick={remove}>
        <Icon name="trash" />
      </button>
    </div>
  );

  function remove(event: Event): void {
    if (event.target instanceof Element) event.target.closest<HTMLElement>('[popover]')?.hidePopover();
    views.remove(view);
  }
}

function Rename({ view, onDone }: { view: SavedView; onDone: () => void }) {
  const { views } = useTouchbase();
  const objection = (name: string) => {
    const other = views.named(name);
    return other && other.id !== view.id ? say.views.taken(other.name) : null;
  };
  const rename = (name: string) => {
    views.rename(view.id, name);
    onDone();
  };
  return <NameForm name={view.name} objection={objection} insists={false} onName={rename} />;
}

interface SaveProps {
  readonly isNaming: boolean;
  readonly onAsk: () => void;
  readonly onDone: () => void;
}

function Save({ isNaming, onAsk, onDone }: SaveProps) {
  const { views } = useTouchbase();
  const objection = (name: string) => {
    const other = views.named(name);
    return other && say.views.overwrite(other.name);
  };
  const save = (name: string) => {
    views.save(name);
    onDone();
  };
  if (views.isPlain.value) return <p class="note">{say.views.nothing(!isPhone.value)}</p>;
  if (isNaming) {
    return <NameForm name={views.current.value?.name ?? ''} objection={objection} insists onName={save} />;
  }
  return (
    <button type="button" class="choose" onClick={onAsk}>
      <Icon name="plus" />
      <span class="text">{say.views.save}</span>
    </button>
  );
}
