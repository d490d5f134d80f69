import { addDays } from '../domain/dates.ts';
import { type AnyRecord, idOf, nounOf } from '../domain/noun.ts';
import { Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { ahead } from '../interop/icalendar/ahead.ts';
import { calendarRecords } from '../interop/icalendar/calendar-records.ts';
import { writeCalendar } from '../interop/icalendar/write-calendar.ts';
import type { ListQuery, Page } from '../store/store.ts';
import type { FeedServices } from './feed-services.ts';

/** So far back a calendar shows what was: a follow-up that is overdue, the interview of last week. */
const DAYS_BACK = 30;

/** So many records of each list are looked at: a calendar is asked for every hour, by programs that nobody watches. */
const MOST = 1000;
const PAGE = 500;

/** So many records are read at once by their ids. */
const AT_ONCE = 100;

/** Interviews, follow-ups, deadlines and tasks, for a calendar program that knows the secret address. */
export const calendar: Route<FeedServices> = {
  name: 'calendar',
  access: 'read',
  caller: 'anyone',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/calendar/{token}',
      summary: 'Read a calendar by its secret address',
      headers: { 'If-None-Match': 'The `ETag` of what was read last: 304 where nothing has changed.' },
      answers: {
        200: {
          description: 'The calendar (RFC 5545), with its `ETag`.',
          mediaType: 'text/calendar',
          schema: { type: 'string' },
        },
        304: { description: 'Nothing has changed.' },
        404: { description: 'There is no such address, or it was revoked.' },
      },
      handle: read,
    }),
  ],
};

async function read(call: Call<unknown, FeedServices>): Promise<Answer> {
  const [, token] = /^([\w-]{43})\.ics$/.exec(call.token) ?? [];
  const workspace = token && (await call.feeds.workspaceOf(token));
  if (!workspace)
    throw new Refusal({ code: 'not_found', detail: 'There is no calendar here. Make a new address in Touchbase.' });
  const body = await calendarOf(call, workspace);
  const ETag = `"${await tagOf(body)}"`;
  const headers = { ETag, 'Cache-Control': 'private, no-cache', 'Referrer-Policy': 'no-referrer' };
  const seen = call.header('If-None-Match') ?? '';
  if (seen.trim() === '*' || seen.includes(ETag)) return { status: 304, headers };
  return { status: 200, headers: { ...headers, 'Content-Type': 'text/calendar; charset=utf-8' }, body };
}

async function calendarOf(call: Call<unknown, FeedServices>, workspace: string): Promise<string> {
  const from = addDays(call.today(), -DAYS_BACK);
  const records = calendarRecords(await recordsOf(call, workspace, from));
  return writeCalendar(ahead(records, from), {
    name: 'Touchbase',
    today: call.today(),
    tasksAs: 'events',
    alarm: { before: 30, onDay: 540 },
    linkTo: (type, id) => new URL(`${type}/${id}`, new URL(call.site, call.target)).href,
  });
}

type Reading = Pick<Call<unknown, FeedServices>, 'store' | 'nouns'>;

/** What is due since a day, what was written last, as dates that no index knows are among that, and whom these name. */
async function recordsOf(call: Reading, workspace: string, from: string): Promise<Map<string, AnyRecord[]>> {
  const due = { order: 'due', descending: false, due: { from } } as const;
  const last = { order: 'updated', descending: true } as const;
  const lists = [
    ...['contacts', 'applications', 'tasks'].map((type) => ({ type, ...due })),
    ...['applications', 'interactions'].map((type) => ({ type, ...last })),
  ];
  const known = new Map<string, Map<string, AnyRecord>>();
  const take = (type: string, record: AnyRecord) => {
    const some = known.get(type) ?? new Map<string, AnyRecord>();
    known.set(type, some.set(idOf(nounOf(call.nouns, type), record), record));
  };
  for (const list of lists) for await (const record of listed(call, workspace, list)) take(list.type, record);
  const named = [...known.values()].flatMap((some) => [...some.values()].flatMap(namedBy));
  const missing = named.filter(({ type, id }) => !known.get(type)?.has(id)).slice(0, MOST);
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const refs = missing.slice(start, start + AT_ONCE);
    const records = await call.store.get(workspace, refs);
    for (const [place, { type }] of refs.entries()) {
      const record = records[place];
      if (record && record.deleted_at === null) take(type, record);
    }
  }
  return new Map([...known].map(([type, some]) => [type, [...some.values()]]));
}

/** The first `MOST` of a list, page by page: one may be short, or empty, before the end. */
async function* listed(
  { store }: Reading,
  workspace: string,
  query: Pick<ListQuery, 'type' | 'order' | 'descending' | 'due'>,
): AsyncGenerator<AnyRecord> {
  let count = 0;
  let page: Page = { records: [] };
  do {
    page = await store.list(workspace, { ...query, limit: PAGE, after: page.next });
    yield* page.records;
    count += page.records.length;
  } while (page.next && count < MOST);
}

function namedBy({ contact_id, application_id }: AnyRecord): { readonly type: string; readonly id: string }[] {
  const refs = { contacts: contact_id, applications: application_id };
  return Object.entries(refs).flatMap(([type, id]) => (typeof id === 'string' ? [{ type, id }] : []));
}

async function tagOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(digest).toString('base64url').slice(0, 22);
}
