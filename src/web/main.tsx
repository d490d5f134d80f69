import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { localDate } from '../domain/dates.ts';
import { NOUNS } from '../domain/nouns.ts';
import { toText } from '../domain/typed-text.ts';
import { App } from './app.tsx';
import { build } from './build.ts';
import { type Home, type HomeConfig, readHomeConfig } from './home.ts';
import { askToPersist } from './offline/persist.ts';
import { preparePlace } from './places.tsx';
import { whenIdle } from './sync/idle.ts';
import { openReplica } from './sync/open-replica.ts';
import { poll } from './sync/poll.ts';
import { settledConflicts } from './sync/settled-conflicts.ts';
import { type Touchbase, TouchbaseContext } from './touchbase.ts';
import { say } from './words/say.ts';
import './web.css';
import './ui/controls.css';
import './ui/inputs.css';
import './ui/tabs.css';
import './ui/overlays.css';
import './contacts/contacts.css';
import './contacts/nothing.css';
import './contacts/filters.css';
import './contacts/cards.css';
import './contacts/views/views.css';
import './contacts/table/table.css';
import './contacts/table/editing.css';
import './contacts/panel/panel.css';
import './ui/fields.css';

const root = document.getElementById('app');
if (root) void start(root);

/** Finds out where the app lives; in the cloud somebody may have to sign in first. */
async function start(place: HTMLElement): Promise<void> {
  preparePlace(location);
  const request: typeof fetch = (...asked) => fetch(...asked);
  const config = await readHomeConfig(request).catch(() => null);
  if (config === null) render(<NotReached />, place);
  else if (config.home === 'laptop') await show(place, laptopHome(config));
  else {
    const { openCloud } = await import('./cloud/open-cloud.tsx');
    const home = await openCloud(config, place);
    if (home) await show(place, home);
  }
}

/** Each request says whose replica it is for: another store may be served at this address by now. */
function laptopHome({ replica }: HomeConfig): Home {
  const request: typeof fetch = (address, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Touchbase-Replica', replica);
    return fetch(address, { ...init, headers });
  };
  return { request, docs: '/docs', account: null, replica };
}

function NotReached() {
  return (
    <main class="nothing">
      <p role="alert">{say.app.notReached}</p>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {say.contacts.retry}
      </button>
    </main>
  );
}

/** Opens what this browser keeps, shows it, and only then asks the network. */
async function show(place: HTMLElement, home: Home): Promise<void> {
  const today = signal(localDate(new Date()));
  const opened = await openReplica(home.replica, NOUNS, () => void touchbase.outbox.send());
  const touchbase = build(home, opened, today);
  const { replica, reader, outbox, contacts } = touchbase;

  poll(() => {
    today.value = localDate(new Date());
    outbox.wake();
    void outbox.send();
    void reader.read();
  });
  effect(() => {
    if (reader.isReady.value) whenIdle(contacts.collection.prepare());
  });
  effect(() => {
    const resolved = settledConflicts(replica);
    if (resolved.length > 0) void replica.commit({ resolved });
  });
  effect(() => {
    const why = replica.keeper.unkept.value;
    const isSigningOut = home.account?.isShut.peek() ?? false;
    if (why !== null && !isSigningOut) touchbase.toasts.show({ text: say.sync[why], stays: true });
  });
  // Whatever waits is kept, and nobody is asked whether to leave; but where this browser keeps nothing, it would be lost.
  addEventListener('beforeunload', (event) => {
    const isLost = replica.keeper.unkept.peek() !== null && outbox.state.peek() !== 'saved';
    if (isLost && !home.account?.isLeaving()) event.preventDefault();
  });

  effect(() => {
    document.title = `${titleOf(touchbase)} · ${say.app.name}`;
  });
  if (touchbase.router.lost) touchbase.toasts.show({ text: say.app.nothingAt(touchbase.router.lost) });
  render(
    <TouchbaseContext.Provider value={touchbase}>
      <App />
    </TouchbaseContext.Provider>,
    place,
  );
  home.account?.moveIn(touchbase);
  // Not needed to begin with.
  import('./afterwards.ts').then(({ afterwards }) => afterwards(touchbase)).catch(() => undefined);
  askToPersist(computed(() => contacts.collection.size.value > 0));
}

/** What is open, by its name. */
function titleOf({ router, contacts }: Touchbase): string {
  contacts.collection.revision.value;
  const { open, elsewhere } = router.route.value;
  if (elsewhere) return say.places[elsewhere.place];
  if (open === null) return say.contacts.title;
  if (open === 'new') return say.contacts.addTitle;
  return toText(contacts.collection.get(open.id)?.[contacts.noun.titleField]) || say.contacts.title;
}
