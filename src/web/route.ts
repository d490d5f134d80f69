import { DUE_SPANS, type DueSpan } from '../domain/follow-up.ts';
import { isEqual } from '../domain/json.ts';
import { filterFields } from '../domain/listing.ts';
import type { Noun } from '../domain/noun.ts';
import { words } from '../domain/search.ts';
import { chosenColumns } from './columns.ts';
import type { Sort } from './sync/orders.ts';

/** What of a list is asked for. */
export interface ListAddress {
  readonly query: string;
  /** By field name. */
  readonly values: Readonly<Record<string, string>>;
  readonly due: DueSpan | null;
  /** Null: best match first while there is a search, and otherwise by the due date. */
  readonly sort: Sort | null;
  /** The names of the fields that are shown, the title first; null: the usual ones. */
  readonly columns: readonly string[] | null;
}

/** Where a person is: a list, and perhaps one record of it, or a new one, open beside it. */
export interface Route {
  readonly list: ListAddress;
  readonly open: Open;
  /** Another place than the list of contacts; that is as it was when the person comes back. */
  readonly elsewhere?: Elsewhere;
}

/** One record, by its id, or a new one. */
export type Open = { readonly id: string } | 'new' | null;

/** The places beside the list of contacts, as they stand in addresses. The first is where a person begins. */
export const PLACES = ['today', 'applications', 'insights', 'report', 'import', 'settings', 'account'] as const;
export type Place = (typeof PLACES)[number];

/** Where the page of the account is. */
export const ACCOUNT = 'account' satisfies Place;

export interface Elsewhere {
  readonly place: Place;
  readonly open: Open;
  /** The parameters of the address: each place reads those that it knows. */
  readonly asked: Readonly<Record<string, string>>;
}

/** A list with nothing asked for: what is due first comes first. */
export const PLAIN_LIST: ListAddress = { query: '', values: {}, due: null, sort: null, columns: null };

/** The order that is in effect. */
export function effectiveSort({ dueField, titleField }: Noun, { query, sort }: ListAddress): Sort | 'best' {
  if (sort) return sort;
  return words(query).length > 0 ? 'best' : { field: dueField ?? titleField, descending: false };
}

/** Whether a list is as it would be with nothing asked for: also where its usual order was asked for by name. */
export function isPlain(noun: Noun, list: ListAddress): boolean {
  const usual = effectiveSort(noun, PLAIN_LIST);
  const isUsual = list.sort === null || isEqual(list.sort, usual);
  const asked = { ...list, query: list.query.trim(), sort: isUsual ? null : list.sort };
  return formatRoute(noun, { list: asked, open: null }) === formatRoute(noun, { list: PLAIN_LIST, open: null });
}

/** Reads an address; what it does not know is passed over. */
export function parseRoute(noun: Noun, { pathname, search }: Pick<URL, 'pathname' | 'search'>): Route {
  const [, type, id] = pathname.split('/');
  const open = !id ? null : id === 'new' ? id : { id: decode(id) };
  const place = type === '' ? PLACES[0] : PLACES.find((one) => one === type);
  if (place) {
    const asked = Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''));
    return { list: PLAIN_LIST, open: null, elsewhere: { place, open, asked } };
  }
  return { list: parseList(noun, search), open: type === noun.type ? open : null };
}

/**
 * Whether an address leads anywhere; the bare one leads to where a person begins.
 *
 * @param hasAccount whether there is a page of an account
 */
export function isPlace(noun: Noun, { pathname }: Pick<URL, 'pathname'>, hasAccount: boolean): boolean {
  const [, type] = pathname.split('/');
  const isElsewhere = PLACES.some((place) => place === type && (hasAccount || place !== ACCOUNT));
  return type === '' || type === noun.type || isElsewhere;
}

/** Writes an address: `parseRoute` reads the same from it. */
export function formatRoute(noun: Noun, { list, open, elsewhere }: Route): string {
  if (elsewhere)
    return addressOf(pathOf(elsewhere.place, elsewhere.open), String(new URLSearchParams(elsewhere.asked)));
  const { query, values, due, sort, columns } = list;
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const { name, parameter } of filterFields(noun.fields)) {
    if (values[name]) parameters.set(parameter, values[name]);
  }
  if (due) parameters.set('due', due);
  if (sort) parameters.set('sort', formatSort(sort));
  const parts = [String(parameters), columns ? `columns=${columns.join(',')}` : ''].filter((part) => part !== '');
  return addressOf(pathOf(noun.type, open), parts.join('&'));
}

function pathOf(place: string, open: Open): string {
  if (open === null) return `/${place}`;
  return `/${place}/${open === 'new' ? 'new' : encodeURIComponent(open.id)}`;
}

function addressOf(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

function parseList(noun: Noun, search: string): ListAddress {
  const parameters = new URLSearchParams(search);
  const values: Record<string, string> = {};
  for (const { name, parameter } of filterFields(noun.fields)) {
    const value = parameters.get(parameter);
    if (value) values[name] = value;
  }
  const due = DUE_SPANS.find((span) => span === parameters.get('due')) ?? null;
  return {
    query: parameters.get('q') ?? '',
    values,
    due,
    sort: parseSort(noun, parameters.get('sort')),
    columns: parseColumns(noun, parameters.get('columns')),
  };
}

function parseSort(noun: Noun, text: string | null): Sort | null {
  const field = text?.replace(/^-/, '') ?? '';
  if (!Object.hasOwn(noun.fields, field)) return null;
  return { field, descending: text?.startsWith('-') ?? false };
}

function parseColumns(noun: Noun, text: string | null): readonly string[] | null {
  return text ? chosenColumns(noun, text.split(',')) : null;
}

function formatSort({ field, descending }: Sort): string {
  return descending ? `-${field}` : field;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
