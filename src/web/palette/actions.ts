import { DUE_SPANS } from '../../domain/follow-up.ts';
import { columnFields } from '../columns.ts';
import { sortBy } from '../contacts/sort-by.ts';
import { usedValues } from '../contacts/values.ts';
import { ACCOUNT, type ListAddress, PLACES, PLAIN_LIST } from '../route.ts';
import { savingActions } from '../saving/actions.ts';
import type { Touchbase } from '../touchbase.ts';
import { COMMAND_KEY } from '../ui/keys.ts';
import { switchTheme } from '../ui/theme.ts';
import { say } from '../words/say-later.ts';
import type { Option } from './options.ts';

/** So many statuses are offered as filters: the most frequent ones. */
const MOST_STATUSES = 12;

/** All that a person can do in the app, in the order in which it is often wanted. */
export function actionsOf(touchbase: Touchbase): readonly Option[] {
  const add = option('add', say.contacts.add, () => touchbase.router.open('new'), 'n');
  return [add, ...going(touchbase), ...sorting(touchbase), ...doing(touchbase), ...savingActions(touchbase)];
}

function going({ contacts, home, router }: Touchbase): Option[] {
  const places = PLACES.filter((place) => place !== ACCOUNT || home.account);
  // The columns are how a person likes to see contacts, whichever they are.
  const filter = (asked: Partial<ListAddress>) => () => {
    const { columns } = router.route.peek().list;
    router.follow(router.href({ list: { ...PLAIN_LIST, columns, ...asked }, open: null }));
  };
  const statuses = usedValues('status', contacts.collection.all()).slice(0, MOST_STATUSES);
  return [
    option('all', say.palette.all, filter({})),
    ...DUE_SPANS.map((due) => option(`due-${due}`, say.palette.due(say.filters.due[due]), filter({ due }))),
    ...statuses.map(({ value }) =>
      option(`status-${value}`, say.palette.status(value), filter({ values: { status: value } })),
    ),
    ...places.map((place) => option(`place-${place}`, say.palette.goTo(say.places[place]), () => router.goTo(place))),
    option('reminders', say.palette.reminders, () => router.goTo('settings', null, { show: 'reminders' })),
    option('duplicates', say.palette.duplicates, () => router.goTo('settings', null, { show: 'duplicates' })),
  ];
}

function sorting(touchbase: Touchbase): Option[] {
  return columnFields(touchbase.contacts.noun.fields).map(([name, field]) =>
    option(`sort-${name}`, say.palette.sortBy(say.schema.label(name, field)), () => sortBy(touchbase, name)),
  );
}

function doing({ contacts, deeds, grid, home, outbox, reader, selection, showKeys }: Touchbase): Option[] {
  const sync = () => {
    outbox.retry();
    void outbox.send();
    void reader.read();
  };
  const selectAll = () => {
    selection.all();
    grid.focus();
  };
  return [
    option('undo', say.contacts.undo, () => deeds.undo(), `${COMMAND_KEY} Z`),
    option('redo', say.history.redo, () => deeds.redo(), `${COMMAND_KEY} Shift Z`),
    ...(contacts.shown.value.length > 0 ? [option('select-all', say.palette.selectAll, selectAll)] : []),
    option('sync', say.palette.sync, sync),
    option('theme', say.palette.theme, switchTheme),
    option('keys', say.keys.title, showKeys, '?'),
    option('api', say.app.apiTitle, () => location.assign(home.docs)),
  ];
}

function option(id: string, label: string, run: () => void, keys?: string): Option {
  return { id, label, detail: '', run, ...(keys && { keys }) };
}
