import * as v from 'valibot';
import { isCalendarDate, localDate } from '../domain/dates.ts';
import { DUE_SPANS, dueRange } from '../domain/follow-up.ts';
import { filterFields, type Order } from '../domain/listing.ts';
import type { Noun } from '../domain/noun.ts';
import { words } from '../domain/search.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { reference } from '../http/json-schema.ts';
import { type Answer, type Call, endpoint, type QueryOf, type QueryParameter, type Route } from '../http/route.ts';
import type { Position } from '../store/store.ts';
import { limitParameter, textParameter } from './parameters.ts';
import { perNoun } from './records.ts';

/** One page of the records of a noun that are not deleted. */
export const listRecords: Route = {
  name: 'list',
  access: 'read',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'GET',
      path: `/v1/${noun.type}`,
      summary: `List ${noun.type}`,
      description:
        'A plain array. While there is more, the `Link` header (RFC 8288) holds the address of the next page; with a filter or a search a page may be short, even empty, before the end.',
      query: parameters(noun),
      answers: {
        200: {
          description: `A page of ${noun.type}.`,
          schema: { type: 'array', items: reference(noun.singular) },
        },
        400: { description: 'A parameter or the cursor is not valid: `errors` names each.' },
      },
      handle: (call) => list(noun, call),
    }),
  ),
};

type ListCall = Call<QueryOf<ReturnType<typeof parameters>>>;

async function list(noun: Noun, call: ListCall): Promise<Answer> {
  const { q, due, today, sort, limit, cursor } = call.query;
  const { records, next } = await call.store.list(call.workspace, {
    type: noun.type,
    ...orderOf(noun, sort),
    limit,
    words: words(q ?? ''),
    values: filterValues(noun, call.query),
    ...(due && { due: dueRange(due, today ?? localDate(call.now())) }),
    after: cursor === undefined ? undefined : readCursor(noun, sort, cursor),
  });
  return { status: 200, headers: next ? { Link: nextLink(noun, call, next) } : {}, body: records };
}

function parameters(noun: Noun) {
  return {
    q: textParameter(
      'Words to search for in all text: each must begin a word of the record; case and accents do not matter.',
    ),
    ...filterParameters(noun),
    due: dueParameter(noun),
    today: todayParameter,
    sort: sortParameter(noun),
    limit: limitParameter(100, 1000),
    cursor: textParameter('Where the page begins: as the `Link` of the last page has it.'),
  };
}

function filterParameters({ fields }: Noun): Readonly<Record<string, QueryParameter<string | undefined>>> {
  const entries = filterFields(fields).map(({ name, parameter }) => {
    const field = fields[name];
    const keys = Object.keys(field?.choices ?? {});
    const wrong = `Choose one of: ${keys.join(', ')}.`;
    const value = keys.length > 0 ? v.optional(v.picklist(keys, wrong)) : v.optional(v.string());
    const schema = { type: 'string', ...(keys.length > 0 && { enum: keys }) };
    return [
      parameter,
      { description: `Only with this ${field?.label.toLowerCase()}; case and accents do not matter.`, value, schema },
    ];
  });
  return Object.fromEntries(entries);
}

function dueParameter(noun: Noun) {
  return {
    description: `Only those whose \`${noun.dueField}\` is before today, today, or within the week that begins today.`,
    value: v.optional(v.picklist(DUE_SPANS, `Choose one of: ${DUE_SPANS.join(', ')}.`)),
    schema: { type: 'string', enum: DUE_SPANS },
  };
}

const todayParameter = {
  description: 'The calendar date where the person is, for `due`; by default, where the server is.',
  value: v.optional(v.pipe(v.string(), v.check(isCalendarDate, 'Send a date as YYYY-MM-DD.'))),
  schema: { type: 'string', format: 'date' },
};

function sortParameter(noun: Noun) {
  const names = Object.keys(orders(noun)).flatMap((name) => [name, `-${name}`]);
  const wrong = `The server can sort by: ${names.join(', ')}.`;
  return {
    description: `The order; with \`-\` the other way round. Without a \`${noun.dueField}\` a record sorts as if it were due after all others.`,
    value: v.optional(v.picklist(names, wrong), 'created'),
    schema: { type: 'string', enum: names, default: 'created' },
  };
}

function orders(noun: Noun): Readonly<Record<string, Order>> {
  return { created: 'created', updated: 'updated', [noun.dueField]: 'due' };
}

function orderOf(noun: Noun, sort: string): { readonly order: Order; readonly descending: boolean } {
  return { order: orders(noun)[sort.replace('-', '')] ?? 'created', descending: sort.startsWith('-') };
}

function filterValues(noun: Noun, query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = filterFields(noun.fields).map(({ name, parameter }) => [name, query[parameter]]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

const CursorText = v.pipe(v.string(), v.maxLength(100));

function readCursor(noun: Noun, sort: string, cursor: string): Position {
  const { key, id } = decodeCursor(
    v.strictObject({ type: v.literal(noun.type), sort: v.literal(sort), key: CursorText, id: CursorText }),
    cursor,
  );
  return { key, id };
}

function nextLink(noun: Noun, { target, query }: ListCall, { key, id }: Position): string {
  const next = new URLSearchParams(target.searchParams);
  next.set('cursor', encodeCursor({ type: noun.type, sort: query.sort, key, id }));
  return `<${target.pathname}?${next}>; rel="next"`;
}
