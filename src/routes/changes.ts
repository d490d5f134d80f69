import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { reference } from '../http/json-schema.ts';
import { Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type QueryOf, type Route } from '../http/route.ts';
import { type Changes, TOMBSTONE_DAYS, UnknownPosition } from '../store/store.ts';
import { limitParameter, textParameter } from './parameters.ts';

const parameters = {
  since: textParameter('The `cursor` of the last answer; without it, from the beginning.'),
  limit: limitParameter(1000, 1000),
};

/** What changed since a reader last asked: how a copy of a workspace keeps up with it. */
export const listChanges: Route = {
  name: 'changes',
  access: 'read',
  caller: 'identity',
  endpoints: (nouns) => [
    endpoint({
      method: 'GET',
      path: '/v1/changes',
      summary: 'List what changed',
      description:
        'Records of every type, deleted ones included, in the order in which they changed. A change may be answered more than once: keep the highest `version` of each record.',
      query: parameters,
      answers: {
        200: {
          description:
            'The changes, and the cursor with which to ask for those after them; `more` says to ask at once.',
          schema: changesSchema(nouns.map(({ type, singular }) => ({ type, singular }))),
        },
        400: { description: 'A parameter or the cursor is not valid.' },
        410: { description: 'The cursor is too old, deletions since are forgotten: read everything anew, without it.' },
      },
      handle: answerChanges,
    }),
  ],
};

async function answerChanges(call: Call<QueryOf<typeof parameters>>): Promise<Answer> {
  const { changed, position, more } = await readChanges(call);
  const changes = changed.map(({ type, record }) => ({ type, record }));
  return { status: 200, body: { changes, cursor: encodeCursor({ at: call.now().toISOString(), position }), more } };
}

async function readChanges({ store, workspace, query, now }: Call<QueryOf<typeof parameters>>): Promise<Changes> {
  const cursor = query.since === undefined ? undefined : decodeCursor(CursorSchema, query.since);
  if (cursor && isTooOld(cursor.at, now())) throw new Refusal(EXPIRED);
  try {
    return await store.changes(workspace, cursor?.position ?? null, query.limit);
  } catch (error) {
    throw error instanceof UnknownPosition ? new Refusal(EXPIRED) : error;
  }
}

const CursorSchema = v.strictObject({ at: v.pipe(v.string(), v.isoTimestamp()), position: v.string() });

const EXPIRED = {
  code: 'cursor_expired',
  detail: 'There is no way on from this cursor. Ask again without it, and read everything anew.',
} as const;

/**
 * A reader that was away longer than deletions are remembered would keep what was deleted. It may have paused as long
 * again in the middle of reading, so it gets less than half of that time; and it cannot come from the future.
 */
function isTooOld(at: string, now: Date): boolean {
  return Math.abs(now.getTime() - Date.parse(at)) >= (TOMBSTONE_DAYS / 2 - 1) * 86_400_000;
}

function changesSchema(nouns: readonly { type: string; singular: string }[]) {
  const change = ({ type, singular }: { type: string; singular: string }) => ({
    type: 'object',
    properties: { type: { const: type }, record: reference(singular) },
    required: ['type', 'record'],
  });
  return {
    type: 'object',
    properties: {
      changes: { type: 'array', items: { oneOf: nouns.map(change) } },
      cursor: { type: 'string' },
      more: { type: 'boolean' },
    },
    required: ['changes', 'cursor', 'more'],
  };
}
