import { DUE_SPANS, type DueSpan } from '../domain/follow-up.ts';
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
  readonly open: { readonly id: string } | 'new' | null;
  /** The account's page is in the place of the list; that is as it was when the person comes back. */
  readonly isAccount?: true;
}

/** Where the page of the account is. */
export const ACCOUNT = 'account';

/** A list with nothing asked for: what is due first comes first. */
export const PLAIN_LIST: ListAddress = { query: '', values: {}, due: null, sort: null, columns: null };

/** The order that is in effect. */
export function effectiveSort({ dueField, titleField }: Noun, { query, sort }: ListAddress): Sort | 'best' {
  if (sort) return sort;
  return words(query).length > 0 ? 'best' : { field: dueField ?? titleField, descending: false };
}

/** Reads an address; what it does not know is passed over. */
export function parseRoute(noun: Noun, { pathname, search }: Pick<URL, 'pathname' | 'search'>): Route {
  const [, type, id] = pathname.split('/');
  if (type === ACCOUNT) return { list: PLAIN_LIST, open: null, isAccount: true };
  if (type !== noun.type || !id) return { list: parseList(noun, search), open: null };
  return { list: parseList(noun, search), open: id === 'new' ? 'new' : { id: decode(id) } };
}

/**
 * Whether an address leads anywhere; the bare one leads to the list.
 *
 * @param hasAccount whether there is a page of an account
 */
export function isPlace(noun: Noun, { pathname }: Pick<URL, 'pathname'>, hasAccount: boolean): boolean {
  const [, type] = pathname.split('/');
  return type === '' || type === noun.type || (hasAccount && type === ACCOUNT);
}

/** Writes an address: `parseRoute` reads the same from it. */
export function formatRoute(noun: Noun, { list, open, isAccount }: Route): string {
  if (isAccount) return `/${ACCOUNT}`;
  const { query, values, due, sort, columns } = list;
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const { name, parameter } of filterFields(noun.fields)) {
    if (values[name]) parameters.set(parameter, values[name]);
  }
  if (due) parameters.set('due', due);
  if (sort) parameters.set('sort', formatSort(sort));
  const path =
    open === null ? `/${noun.type}` : `/${noun.type}/${open === 'new' ? 'new' : encodeURIComponent(open.id)}`;
  const parts = [String(parameters), columns ? `columns=${columns.join(',')}` : ''].filter((part) => part !== '');
  return parts.length > 0 ? `${path}?${parts.join('&')}` : path;
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
