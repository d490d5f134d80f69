import * as v from 'valibot';
import { dueRange } from '../domain/follow-up.ts';
import { filterFields } from '../domain/listing.ts';
import type { Noun } from '../domain/noun.ts';
import { isWordless, words } from '../domain/search.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { reference } from '../http/json-schema.ts';
import { type Answer, type Call, endpoint, type QueryOf, type Route } from '../http/route.ts';
import type { Position } from '../store/store.ts';
import { listParameters, orderOf } from './list-parameters.ts';
import { perNoun } from './records.ts';

/** One page of the records of a noun that are not deleted. */
export const listRecords: Route = {
  name: 'list',
  access: 'read',
  caller: 'identity',
  endpoints: perNoun((noun) =>
    endpoint({
      method: 'GET',
      path: `/v1/${noun.type}`,
      summary: `List ${noun.type}`,
      description:
        'A plain array. While there is more, the `Link` header (RFC 8288) holds the address of the next page; with a filter or a search a page may be short, even empty, before the end.',
      query: listParameters(noun),
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

type ListCall = Call<QueryOf<ReturnType<typeof listParameters>>>;

async function list(noun: Noun, call: ListCall): Promise<Answer> {
  const { q, due, today, sort, limit, cursor } = call.query;
  if (isWordless(q ?? '')) return { status: 200, body: [] };
  const { records, next } = await call.store.list(call.workspace, {
    type: noun.type,
    ...orderOf(noun, sort),
    limit,
    words: words(q ?? ''),
    values: filterValues(noun, call.query),
    ...(due && { due: dueRange(due, today ?? call.today()) }),
    after: cursor === undefined ? undefined : readCursor(noun, sort, cursor),
  });
  return { status: 200, headers: next ? { Link: nextLink(noun, call, next) } : {}, body: records };
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
