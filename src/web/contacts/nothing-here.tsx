import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { PLAIN_LIST } from '../route.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say.ts';
import { useWishes } from './table/wishes.ts';

/** Whether there is something to say instead of the list. */
export function usesWholePlace({ contacts }: Touchbase): boolean {
  return contacts.shown.value.length === 0;
}

/**
 * What stands in the place of a list that holds nothing: still loading, not loaded, none yet, none found.
 *
 * @param onFocus gives the focus to something else than the list, which cannot take it, nor to the way to add the first
 */
export function NothingHere({ onFocus }: { onFocus: () => void }) {
  const { contacts, grid, reader } = useTouchbase();
  const add = useRef<HTMLAnchorElement>(null);
  useWishes(grid, (wish) => wish === 'focus' && (add.current ? add.current.focus() : onFocus()));
  if (contacts.collection.size.value > 0) return <NoneFound />;
  if (reader.isReady.value) return <NoneYet add={add} />;
  return reader.trouble.value === null ? <Loading /> : <NotLoaded reason={reader.trouble.value} />;
}

function Loading() {
  return (
    <div class="nothing" role="status">
      <progress aria-label={say.contacts.loading(0)} />
      <p>{say.contacts.loading(0)}</p>
    </div>
  );
}

function NotLoaded({ reason }: { reason: string }) {
  const { reader, grid } = useTouchbase();
  const button = useRef<HTMLButtonElement>(null);
  useFocusHandOver(button, () => grid.focus());
  return (
    <div class="nothing" role="alert">
      <h2>{say.contacts.failed}</h2>
      <p>{say.contacts.failedWhy(reason)}</p>
      <button ref={button} type="button" class="primary" onClick={() => void reader.read()}>
        {say.contacts.retry}
      </button>
    </div>
  );
}

function NoneYet({ add }: { add: RefObject<HTMLAnchorElement | null> }) {
  const { router } = useTouchbase();
  return (
    <div class="nothing">
      <h2>{say.contacts.emptyTitle}</h2>
      <p>{say.contacts.emptyText}</p>
      <div class="choices">
        <a ref={add} class="primary" href={router.hrefOf('new')}>
          <Icon name="plus" />
          {say.contacts.add}
        </a>
        <a class="plain" href={router.hrefTo('import')}>
          {say.contacts.bringIn}
        </a>
      </div>
    </div>
  );
}

function NoneFound() {
  const { contacts, desks, grid, router } = useTouchbase();
  const { query } = contacts.address.value;
  const { due, values } = PLAIN_LIST;
  const clearAll = () => {
    router.ask({ query: '', due, values });
    grid.focus();
  };
  return (
    <div class="nothing">
      <h2 dir="auto">{say.contacts.noneTitle(query)}</h2>
      {query && <p>{say.contacts.noneText}</p>}
      <div class="choices">
        <button type="button" class="plain" onClick={clearAll}>
          {say.contacts.clearAll}
        </button>
        {query && (
          <button type="button" class="plain" onClick={() => desks.contacts.unsaved.startNew(query)}>
            <Icon name="plus" />
            <span class="text">{say.contacts.addNamed(query)}</span>
          </button>
        )}
      </div>
    </div>
  );
}
