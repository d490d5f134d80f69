import { application } from '../../domain/application.ts';
import { filterFields } from '../../domain/listing.ts';
import type { Elsewhere } from '../route.ts';
import type { Sort } from '../sync/orders.ts';

/** By how long an application has been in its stage: an order, but no field. */
export const IN_STAGE = 'in_stage';

/** What of the pipeline is asked for. */
export interface Asked {
  readonly query: string;
  /** By field name. */
  readonly values: Readonly<Record<string, string>>;
  readonly isTable: boolean;
  /** Of the table; null: what is due first comes first. */
  readonly sort: Sort | null;
  /** Whether the column of closed ones is unfolded. */
  readonly showsClosed: boolean;
}

/** The fields that narrow the pipeline. */
export const FILTERS = ['via', 'route', 'tags', 'workplace'] as const;

const PARAMETERS = new Map(filterFields(application.fields).map(({ name, parameter }) => [name, parameter]));

/** Reads the parameters of an address; what it does not know is passed over. */
export function readAsked(asked: Elsewhere['asked']): Asked {
  const values: Record<string, string> = {};
  for (const name of FILTERS) {
    const value = asked[PARAMETERS.get(name) ?? name];
    if (value) values[name] = value;
  }
  return {
    query: asked.q ?? '',
    values,
    isTable: asked.as === 'table',
    sort: readSort(asked.sort),
    showsClosed: asked.closed === 'shown',
  };
}

/** Writes them: `readAsked` reads the same. */
export function writeAsked({ query, values, isTable, sort, showsClosed }: Asked): Elsewhere['asked'] {
  const filters = FILTERS.flatMap((name) => (values[name] ? [[PARAMETERS.get(name) ?? name, values[name]]] : []));
  return {
    ...(query && { q: query }),
    ...Object.fromEntries(filters),
    ...(isTable && { as: 'table' }),
    ...(sort && { sort: sort.descending ? `-${sort.field}` : sort.field }),
    ...(showsClosed && { closed: 'shown' }),
  };
}

export function isNarrowed({ query, values }: Asked): boolean {
  return query.trim() !== '' || Object.keys(values).length > 0;
}

/** The order that a press on a header asks for: that column, or the other way round where it is that already. */
export function sortBy(sort: Sort, field: string): Sort {
  return { field, descending: sort.field === field && !sort.descending };
}

function readSort(text: string | undefined): Sort | null {
  const field = text?.replace(/^-/, '') ?? '';
  if (field !== IN_STAGE && !Object.hasOwn(application.fields, field)) return null;
  return { field, descending: text?.startsWith('-') ?? false };
}
