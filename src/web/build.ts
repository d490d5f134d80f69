import { computed } from '@preact/signals';
import { application } from '../domain/application.ts';
import { contact } from '../domain/contact.ts';
import { interaction } from '../domain/interaction.ts';
import type { Noun } from '../domain/noun.ts';
import { NOUNS } from '../domain/nouns.ts';
import { task } from '../domain/task.ts';
import { toText } from '../domain/typed-text.ts';
import { Actions } from './contacts/actions.ts';
import { ContactList } from './contacts/contact-list.ts';
import { LastOpened } from './contacts/last-opened.ts';
import { Refusals } from './contacts/refusals.ts';
import { Selection } from './contacts/selection.ts';
import { Grid } from './contacts/table/grid.ts';
import { Views } from './contacts/views/views.ts';
import { Deeds } from './deeds/deeds.ts';
import type { Desk } from './form/desk.ts';
import { Drafts } from './form/drafts.ts';
import { Unsaved, type UnsavedParts } from './form/unsaved.ts';
import type { Home } from './home.ts';
import { Related } from './related.ts';
import type { Open } from './route.ts';
import { Router } from './router.ts';
import { browserStorage } from './storage.ts';
import type { Opened } from './sync/open-replica.ts';
import { Outbox } from './sync/outbox.ts';
import { Reader } from './sync/reader.ts';
import { restServer } from './sync/server.ts';
import { wait } from './sync/wait.ts';
import type { Desks, Touchbase } from './touchbase.ts';
import { showHelp } from './ui/helping.ts';
import { Toasts } from './ui/toasts.ts';
import { say } from './words/say.ts';

/** Builds what the views live on, on what this browser keeps. */
export function build(home: Home, { replica, tabs }: Opened, today: Touchbase['today']): Touchbase {
  const server = restServer(home.request, NOUNS);
  const router = new Router(contact, home.account !== null);
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
  const reader = new Reader({ replica, server, tabs, now: () => new Date().toISOString() });
  const desks = desksFor({ home, replica, router, toasts });
  const lastOpened = new LastOpened(browserStorage, home.replica, router.route);
  const address = computed(() => router.route.value.list);
  const contacts = new ContactList(replica.collection(contact.type), address, today);
  const grid = new Grid(contacts);
  const list = { contacts, lastOpened, grid, selection: new Selection(contacts) };
  const views = new Views({ noun: contact, replica, outbox, toasts, address });
  const parts = {
    noun: contact,
    replica,
    drafts: desks.contacts.drafts,
    toasts,
    open: (id: string) => router.open({ id }),
  };
  const show = (id: string) => grid.focus(id);
  const refusals = new Refusals(parts);
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
  const actions = new Actions({ ...parts, deeds, show });
  const doing = { actions, deeds, desks, refusals, related: new Related(replica), views };
  return { home, replica, outbox, reader, router, toasts, today, showKeys: showHelp, ...list, ...doing };
}

/** Typing is kept for each noun apart. A conversation that is not logged yet is kept under whom or what it is about. */
function desksFor({ home, replica, router, toasts }: Pick<Touchbase, 'home' | 'replica' | 'router' | 'toasts'>): Desks {
  const desk = (
    noun: Noun,
    open: (open: Exclude<Open, null>) => void,
    others: Pick<UnsavedParts, 'keeperOf'> = {},
  ): Desk => {
    const drafts = new Drafts(browserStorage, `${home.replica}.${noun.type}`);
    const unsaved = new Unsaved({ noun, replica, drafts, toasts, open, ...others });
    return { noun, collection: replica.collection(noun.type), drafts, unsaved };
  };
  return {
    contacts: desk(contact, (open) => router.open(open)),
    applications: desk(application, (open) => router.goTo('applications', open)),
    interactions: desk(
      interaction,
      (open) => {
        const isApplication = open !== 'new' && replica.record({ type: application.type, id: open.id }) !== undefined;
        if (isApplication) router.goTo('applications', open);
        else router.open(open);
      },
      { keeperOf: (id) => [contact, application].map((noun) => titleIn(replica, noun, id)).find(Boolean) ?? '' },
    ),
    tasks: desk(task, () => router.goTo('today')),
  };
}

function titleIn(replica: Opened['replica'], { type, titleField }: Noun, id: string): string {
  return toText(replica.record({ type, id })?.[titleField]);
}
