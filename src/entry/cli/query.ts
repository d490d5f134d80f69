import { filterFields } from '../../domain/listing.ts';
import type { Noun } from '../../domain/noun.ts';
import { type Typed, textOf } from './command.ts';
import { LISTED, nounNamed } from './find.ts';

const FILTERS = new Set(LISTED.flatMap(({ fields }) => filterFields(fields).map(({ parameter }) => parameter)));
const QUERY = ['sort', 'due', ...FILTERS];
const optionName = (parameter: string) => parameter.replaceAll('_', '-');

/** What narrows and sorts a list, as options of a command. */
export const QUERY_OPTIONS = Object.fromEntries(
  QUERY.map((parameter) => [optionName(parameter), { type: 'string' as const }]),
);
export const ABOUT_QUERY = {
  sort: 'created, updated or the field of its due date; with - the other way round',
  due: 'overdue, today or week',
} as const;

/** Whether anything narrows a list beside words. */
export function hasFilters(options: Typed): boolean {
  return Object.keys(QUERY_OPTIONS).some((name) => name !== 'sort' && options[name] !== undefined);
}

/** The first word is the noun, where it names one. */
export function nounOfWords(words: readonly string[]): { readonly noun: Noun; readonly rest: readonly string[] } {
  const [first = '', ...others] = words;
  const named = nounNamed(first);
  const [contacts] = LISTED;
  if (!contacts) throw new Error('There are contacts.');
  return named && LISTED.includes(named) ? { noun: named, rest: others } : { noun: contacts, rest: words };
}

/** The address at which the API gives a list, so many records at a time. */
export function addressOf({ type }: Noun, words: readonly string[], options: Typed, limit: number): string {
  const query = new URLSearchParams({ limit: String(limit) });
  if (words.length > 0) query.set('q', words.join(' '));
  for (const parameter of QUERY) {
    const value = textOf(options, optionName(parameter));
    if (value !== undefined) query.set(parameter, value);
  }
  return `/v1/${type}?${query}`;
}
