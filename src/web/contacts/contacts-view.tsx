import { useEffect, useRef } from 'preact/hooks';
import type { Open } from '../route.ts';
import { onIdle } from '../sync/idle.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { useFocusBack } from '../ui/focus-back.ts';
import { useShortcuts } from '../ui/keys.ts';
import { isPhone, isWide } from '../ui/media.ts';
import { onDemand } from '../ui/on-demand.tsx';
import { say } from '../words/say.ts';
import { BulkPlace } from './bulk/bulk-place.tsx';
import { Cards } from './cards.tsx';
import { Filters } from './filters.tsx';
import { Header } from './header.tsx';
import { NothingHere, usesWholePlace } from './nothing-here.tsx';
import { Table } from './table/table.tsx';

const Panel = onDemand(async () => (await import('./panel/panel.tsx')).Panel);

/** The list of contacts, and one of them open beside or over it. */
export function ContactsView() {
  const touchbase = useTouchbase();
  const { router, contacts, grid, toasts } = touchbase;
  const search = useRef<HTMLInputElement>(null);
  const toSearch = () => search.current?.focus();
  const open = router.opened.value;
  useFocusBack(open !== null, () => grid.focus());
  useShortcuts({
    '/': toSearch,
    // Beside a contact it is a note about them.
    ...(!isContact(touchbase, open) && { n: () => router.open('new') }),
    ...(open !== null && { Escape: () => router.open(null) }),
  });
  useOpenInSight();
  useEffect(() => onIdle(Panel.prepare), []);
  useEffect(
    () => toasts.say(say.contacts.count(contacts.shown.value.length, contacts.collection.size.value)),
    [contacts.shown.value.length],
  );

  return (
    <div class="view">
      <main class="list" inert={open !== null && !isWide.value}>
        <Header search={search} />
        {contacts.collection.size.value > 0 && <Filters />}
        {usesWholePlace(touchbase) ? <NothingHere onFocus={toSearch} /> : isPhone.value ? <Cards /> : <Table />}
        <BulkPlace />
      </main>
      {open !== null && <Panel.Component open={open} onAdded={(id) => grid.focus(id)} />}
    </div>
  );
}

/** Whether one that is there is open. */
function isContact({ contacts }: Touchbase, open: Open): boolean {
  return open !== null && open !== 'new' && contacts.collection.get(open.id) !== undefined;
}

/** A contact whose address was opened is the active one of the list too, and in sight, once all are there. */
function useOpenInSight(): void {
  const { router, grid, reader } = useTouchbase();
  useEffect(() => {
    const { open } = router.route.peek();
    if (reader.isReady.value && open !== null && open !== 'new') grid.reveal(open.id);
  }, [reader.isReady.value]);
}
