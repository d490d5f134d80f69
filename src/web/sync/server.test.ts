import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { NotNow, restServer, Unreachable } from './server.ts';
import { person } from './stand-ins.ts';

const alice = person('a', { name: 'Alice' });
const edit = { type: 'contacts', id: 'a', operation: { op: 'edit', record: { phone: '5' } }, changes: [] } as const;

const serverWith = (answer: () => Response) => restServer(async () => answer(), [contact]);

test('records of a noun that this app does not know yet are passed over', async () => {
  const changes = [
    { type: 'contacts', record: alice },
    { type: 'parties', record: { party_id: 'p' } },
  ];
  const server = serverWith(() => Response.json({ changes, cursor: 'c', more: false }));
  expect(await server.changes(null)).toEqual({ changes: [changes[0]], cursor: 'c', more: false });
});

test('a record of the wrong shape is not let in', async () => {
  const changes = [{ type: 'contacts', record: { ...alice, tags: 'remote' } }];
  const server = serverWith(() => Response.json({ changes, cursor: 'c', more: false }));
  await expect(server.changes(null)).rejects.toThrow(Unreachable);
});

test('a record from before a field was added is let in', async () => {
  const { source: _, ...older } = { ...alice, source: null };
  const page = { changes: [{ type: 'contacts', record: older }], cursor: 'c', more: false };
  expect(await serverWith(() => Response.json(page)).changes(null)).toEqual(page);
});

test('each change gets its own answer: the record, or why not', async () => {
  const problem = { code: 'not_found', detail: 'There is no contact with this id.' };
  const server = serverWith(() =>
    Response.json({
      results: [
        { status: 200, record: alice },
        { status: 404, problem },
      ],
    }),
  );
  expect(await server.batch([edit, edit])).toEqual([{ record: alice }, { problem: { ...problem, errors: [] } }]);
});

test('the sentence of a problem is what a person gets to read', async () => {
  const problem = { title: 'Busy', status: 503, code: 'busy', detail: 'Try again in a moment.' };
  await expect(serverWith(() => Response.json(problem, { status: 503 })).batch([edit])).rejects.toThrow(
    new Unreachable('Try again in a moment.'),
  );
});

test('a quota that is used up says how long to wait, in milliseconds', async () => {
  const problem = { detail: 'That is all for today.' };
  const answer = () => Response.json(problem, { status: 429, headers: { 'Retry-After': '90' } });
  await expect(serverWith(answer).batch([edit])).rejects.toThrow(new NotNow('That is all for today.', 90_000));
});

test('why a request was not even sent is said as it is', async () => {
  const closed = restServer(() => Promise.reject(new Unreachable('Sign in again.')), [contact]);
  await expect(closed.batch([edit])).rejects.toThrow(new Unreachable('Sign in again.'));
});

test('no network, no JSON and too few answers all mean: not known, send again', async () => {
  const offline = restServer(() => Promise.reject(new TypeError('Failed to fetch')), [contact]);
  await expect(offline.batch([edit])).rejects.toThrow(Unreachable);
  await expect(serverWith(() => new Response('<html>')).batch([edit])).rejects.toThrow(Unreachable);
  await expect(serverWith(() => Response.json({ results: [] })).batch([edit])).rejects.toThrow(Unreachable);
});
