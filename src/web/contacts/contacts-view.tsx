import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { useFocusBack } from '../ui/focus-back.ts';
import { useShortcuts } from '../ui/keys.ts';
import { isPhone, isWide } from '../ui/media.ts';
import { say } from '../words/say.ts';
import { Cards } from './cards.tsx';
import { Filters } from './filters.tsx';
import { Header } from './header.tsx';
import { NothingHere, usesWholePlace } from './nothing-here.tsx';
import { Panel } from './panel/panel.tsx';
import { Grid } from './table/grid.ts';
import { Table } from './table/table.tsx';

/** The list of contacts, and one of them open beside or over it. */
export function ContactsView() {
  const touchbase = useTouchbase();
  const { router, contacts, toasts } = touchbase;
  const search = useRef<HTMLInputElement>(null);
  const grid = useMemo(() => new Grid(contacts), [contacts]);
  const { open } = router.route.value;
  useFocusBack(open !== null, () => grid.focus());
  useShortcuts({ '/': () => search.current?.focus(), n: () => router.open('new') });
  useEffect(
    () => toasts.say(say.contacts.count(contacts.shown.value.length, contacts.collection.size.value)),
    [contacts.shown.value.length],
  );

  return (
    <div class="view">
      <main class="list" inert={open !== null && !isWide.value}>
        <Header search={search} onList={() => grid.focus()} />
        {contacts.collection.size.value > 0 && <Filters />}
        {usesWholePlace(touchbase) ? <NothingHere /> : isPhone.value ? <Cards /> : <Table grid={grid} />}
      </main>
      {open !== null && <Panel open={open} onAdded={(id) => grid.focus(id)} />}
    </div>
  );
}
