import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { contact } from '../domain/contact.ts';
import { localDate } from '../domain/dates.ts';
import { NOUNS } from '../domain/nouns.ts';
import { App } from './app.tsx';
import { Actions } from './contacts/actions.ts';
import { ContactList } from './contacts/contact-list.ts';
import { LastOpened } from './contacts/last-opened.ts';
import { Drafts } from './contacts/panel/drafts.ts';
import { Unsaved } from './contacts/panel/unsaved.ts';
import { Refusals } from './contacts/refusals.ts';
import { Selection } from './contacts/selection.ts';
import { Grid } from './contacts/table/grid.ts';
import { Views } from './contacts/views/views.ts';
import { Deeds } from './deeds/deeds.ts';
import { type Home, type HomeConfig, readHomeConfig } from './home.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { askToPersist } from './offline/persist.ts';
import { Router } from './router.ts';
import { whenIdle } from './sync/idle.ts';
import { type Opened, openReplica } from './sync/open-replica.ts';
import { Outbox } from './sync/outbox.ts';
import { poll } from './sync/poll.ts';
import { Reader } from './sync/reader.ts';
import { restServer } from './sync/server.ts';
import { settledConflicts } from './sync/settled-conflicts.ts';
import { wait } from './sync/wait.ts';
import { type Touchbase, TouchbaseContext } from './touchbase.ts';
import { toText } from './ui/field-text.ts';
import { showHelp } from './ui/help.tsx';
import { Toasts } from './ui/toasts.ts';
import { say } from './words/say.ts';
import './web.css';
import './ui/controls.css';
import './ui/overlays.css';
import './contacts/contacts.css';
import './contacts/filters.css';
import './contacts/cards.css';
import './contacts/views/views.css';
import './contacts/table/table.css';
import './contacts/panel/panel.css';

const root = document.getElementById('app');
if (root) void start(root);

/** Finds out where the app lives; in the cloud somebody may have to sign in first. */
async function start(place: HTMLElement): Promise<void> {
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
    if (why !== null) touchbase.toasts.show({ text: say.sync[why], stays: true });
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
  keepOffline(touchbase);
  askToPersist(computed(() => contacts.collection.size.value > 0));
}

/** What is open, by its name. */
function titleOf({ router, contacts }: Touchbase): string {
  contacts.collection.revision.value;
  const { open, elsewhere } = router.route.value;
  if (elsewhere) return say.places[elsewhere.place];
  if (open === null) return say.contacts.title;
  if (open === 'new') return say.panel.addTitle;
  return toText(contacts.collection.get(open.id)?.[contacts.noun.titleField]) || say.contacts.title;
}

function build(home: Home, { replica, tabs }: Opened, today: Touchbase['today']): Touchbase {
  const server = restServer(home.request, NOUNS);
  const router = new Router(contact, home.account !== null);
  const drafts = new Drafts(localStorage, contact.type);
  const lastOpened = new LastOpened(localStorage, home.replica, router.route);
  const toasts = new Toasts();
  const outbox = new Outbox({
    replica,
    server,
    tabs,
    wait,
    random: Math.random,
    now: Date.now,
    onRefused: (changes) => refusals.tell(changes),
  });
  const open = (id: string) => router.open({ id });
  const show = (id: string) => grid.focus(id);
  const refusals = new Refusals({ noun: contact, replica, drafts, toasts, open });
  const deeds = new Deeds({
    replica,
    outbox,
    toasts,
    today: () => today.peek(),
    onRefused: ({ type, id }, { record }, problem) => {
      if (type === contact.type) refusals.keep(id, record, { errors: [], ...problem });
      else toasts.show({ text: say.sync.notMade(problem.detail), stays: true });
    },
    onBack: ({ type, id }) => {
      if (type === contact.type) show(id);
    },
  });
  const actions = new Actions({ noun: contact, replica, deeds, drafts, toasts, open, show });
  const unsaved = new Unsaved({ noun: contact, replica, drafts, toasts, router });
  const address = computed(() => router.route.value.list);
  const contacts = new ContactList(replica.collection(contact.type), address, today);
  const grid = new Grid(contacts);
  const selection = new Selection(contacts);
  const views = new Views({ noun: contact, replica, outbox, toasts, address });
  const reader = new Reader({ replica, server, tabs, now: () => new Date().toISOString() });
  const list = { contacts, lastOpened, grid, selection, views, actions, deeds, drafts, refusals, unsaved };
  return { home, replica, outbox, reader, router, toasts, today, showKeys: showHelp, ...list };
}
