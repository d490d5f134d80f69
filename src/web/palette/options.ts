import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { phoneMatcher } from '../../domain/phone.ts';
import { isWordless, matchesWords, searchable, words } from '../../domain/search.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Unsaved } from '../form/unsaved.ts';
import type { Collection } from '../sync/collection.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-later.ts';

/** What can be chosen: a contact, a view or an action. */
export interface Option {
  readonly id: string;
  readonly label: string;
  /** What is said beside it, in grey. */
  readonly detail: string;
  readonly keys?: string;
  /** The contact that it stands for. */
  readonly record?: AnyRecord;
  readonly run: () => void;
}

export interface Group {
  readonly title: string;
  readonly options: readonly Option[];
  /** How many more there are. */
  readonly more: number;
}

/** Where contacts and views are found, and how they are gone to. */
export interface Places {
  readonly contacts: Pick<Touchbase['contacts'], 'collection' | 'noun'>;
  readonly today: Touchbase['today'];
  readonly views: Pick<Touchbase['views'], 'all'>;
  readonly lastOpened: Pick<Touchbase['lastOpened'], 'ids'>;
  readonly router: Pick<Touchbase['router'], 'open' | 'follow' | 'route'>;
  readonly unsaved: Pick<Unsaved, 'startNew'>;
}

/** So many contacts are listed: another letter is typed sooner than more are read. */
const MOST = 12;
/** So many that were opened last: whom else one goes back to has a name. */
const MOST_OPENED = 5;

/**
 * What fits a text, by kind, the best first; without a text whom one was at last, whom to write to today, and all actions. A new contact fits
 * any text, so it is last.
 *
 * @param actions of `actionsOf`
 */
export function groupsFor(places: Places, actions: readonly Option[], query: string): readonly Group[] {
  const opened = query.trim() === '' ? openedOf(places) : [];
  const contacts = contactsFor(places, query).filter((record) => !opened.includes(record));
  const groups = [
    { title: say.palette.opened, options: opened.map((record) => contactOption(places, record)), more: 0 },
    {
      title: say.contacts.title,
      options: contacts.slice(0, MOST).map((record) => contactOption(places, record)),
      more: Math.max(0, contacts.length - MOST),
    },
    { title: say.palette.views, options: fitting(viewOptions(places), query), more: 0 },
    { title: say.palette.actions, options: [...fitting(actions, query), ...addNamed(places, query)], more: 0 },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** Those that were opened last and are still there, without the one that is open. */
function openedOf({ contacts, lastOpened, router }: Places): readonly AnyRecord[] {
  const { open } = router.route.peek();
  const others = lastOpened.ids.filter((id) => open === null || open === 'new' || open.id !== id);
  return others.flatMap((id) => contacts.collection.get(id) ?? []).slice(0, MOST_OPENED);
}

/** By number where it is one, else by all text; those that are due, where nothing is typed. */
function contactsFor({ contacts, today }: Places, query: string): readonly AnyRecord[] {
  const { collection, noun } = contacts;
  const byDue = { field: noun.dueField ?? noun.titleField, descending: false };
  if (query.trim() === '') return collection.list({ filter: { due: { to: today.value } }, sort: byDue });
  if (isWordless(query)) return [];
  const found = collection.list({ filter: { words: words(query) }, sort: 'best' });
  const callers = callersFor(collection, query);
  return callers.size === 0 ? found : [...callers, ...found.filter((record) => !callers.has(record))];
}

/** Whose number it may be that was typed. */
function callersFor(collection: Collection, query: string): ReadonlySet<AnyRecord> {
  const isNumber = phoneMatcher(query);
  if (!isNumber) return new Set();
  const phones = Object.entries(collection.noun.fields).flatMap(([name, { control }]) =>
    control === 'tel' ? [name] : [],
  );
  return new Set(collection.all().filter((record) => phones.some((name) => isNumber(toText(record[name])))));
}

function contactOption({ contacts, router }: Places, record: AnyRecord): Option {
  const { noun } = contacts;
  const id = idOf(noun, record);
  const detail = [record.company, record.position_applied].map(toText).filter(Boolean).join(' · ');
  return { id, label: toText(record[noun.titleField]), detail, record, run: () => router.open({ id }) };
}

function viewOptions({ router, views }: Places): Option[] {
  return views.all.value.map(({ id, name, href }) => ({ id, label: name, detail: '', run: () => router.follow(href) }));
}

/** To add somebody with the name that was typed; none where nothing was. */
function addNamed({ unsaved }: Places, typed: string): readonly Option[] {
  const name = typed.trim();
  const run = () => unsaved.startNew(name);
  return name === '' ? [] : [{ id: 'add-named', label: say.contacts.addNamed(name), detail: '', run }];
}

function fitting(options: readonly Option[], query: string): readonly Option[] {
  if (isWordless(query)) return [];
  const wanted = words(query);
  return options.filter(({ label }) => matchesWords(searchable(label), wanted));
}
