import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { isPhoneMatch, phoneDigits } from '../../domain/phone.ts';
import { matchesWords, searchable, words } from '../../domain/search.ts';
import type { Touchbase } from '../touchbase.ts';
import { toText } from '../ui/field-text.ts';
import { say } from '../words/say.ts';
import { actionsOf } from './actions.ts';

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

/** So many contacts are listed: another letter is typed sooner than more are read. */
const MOST = 12;

/** What fits a text, by kind, the best first; without a text whom to write to today, and all actions. */
export function groupsFor(touchbase: Touchbase, query: string): readonly Group[] {
  const contacts = contactsFor(touchbase, query);
  const groups = [
    {
      title: say.contacts.title,
      options: contacts.slice(0, MOST).map((record) => contactOption(touchbase, record)),
      more: Math.max(0, contacts.length - MOST),
    },
    { title: say.palette.views, options: fitting(viewOptions(touchbase), query), more: 0 },
    { title: say.palette.actions, options: fitting(actionsOf(touchbase, query), query), more: 0 },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** By number where it is one, else by all text; those that are due, where nothing is typed. */
export function contactsFor({ contacts, today }: Touchbase, query: string): readonly AnyRecord[] {
  const { collection, noun } = contacts;
  const digits = phoneDigits(query);
  const byDue = { field: noun.dueField ?? noun.titleField, descending: false };
  if (query.trim() === '') return collection.list({ filter: { due: { to: today.value } }, sort: byDue });
  const found = collection.list({ filter: { words: words(query) }, sort: 'best' });
  if (digits === null) return words(query).length > 0 ? found : [];
  const phones = Object.entries(noun.fields).flatMap(([name, { control }]) => (control === 'tel' ? [name] : []));
  const isCaller = (record: AnyRecord) => phones.some((name) => isPhoneMatch(toText(record[name]), digits));
  const callers = [...collection.all()].filter(isCaller);
  return [...callers, ...found.filter((record) => !callers.includes(record))];
}

function contactOption({ contacts, router }: Touchbase, record: AnyRecord): Option {
  const { noun } = contacts;
  const id = idOf(noun, record);
  const detail = [record.company, record.position_applied].map(toText).filter(Boolean).join(' · ');
  return { id, label: toText(record[noun.titleField]), detail, record, run: () => router.open({ id }) };
}

function viewOptions({ router, views }: Touchbase): Option[] {
  return views.all.value.map(({ id, name, href }) => ({ id, label: name, detail: '', run: () => router.follow(href) }));
}

function fitting(options: readonly Option[], query: string): readonly Option[] {
  const wanted = words(query);
  return options.filter(({ label, detail }) => matchesWords(searchable(`${label} ${detail}`), wanted));
}
