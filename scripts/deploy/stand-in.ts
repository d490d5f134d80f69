import type { Item } from './item.ts';
import type { Objects } from './objects.ts';

/** Contacts of some workspaces, with what stands beside them: what a table may hold, for tests. */
export function storyItems(contacts: number, workspaces = 7): Item[] {
  const of = (n: number) => `W#workspace-${n % workspaces}`;
  const records = Array.from({ length: contacts }, (_, n) => item(of(n), `contacts#${n}`, { record: record(n) }));
  return [
    ...records,
    item(of(0), 'account', { revision: { N: '3' }, signed_in: { BOOL: true }, blob: { B: 'AAEC/w==' } }),
    item('EMAIL#abc', 'email', { workspace: { S: 'workspace-0' }, pool: { S: 'p' }, subject: { S: 's' } }),
    item('GUESTS', 'workspace-1', { changed: { S: '2026-01-02#workspace-1' } }),
    item('LEAVING', 'workspace-2', { until: { S: '2026-01-02' } }),
    item('SECRETS', 'unsubscribe', { secret: { S: 'c2VjcmV0' } }),
    item(of(0), 'recipient', { revision: { N: '1' }, email: { S: 'ada@example.org' }, devices: { L: [] } }),
    item(of(0), 'sent#2026-01-01#digest#email', { attempt: { N: '1' }, expires_at: { N: '9999999999' } }),
  ];
}

/** Items that a teardown lets go. */
export function passingItems(now: Date): Item[] {
  const seconds = (days: number) => ({ N: String(Math.floor(now.getTime() / 1000) + days * 86_400) });
  return [
    item('CLAIM#abc', 'claim', { expires_at: seconds(1) }),
    item('W#workspace-0', 'quota#2026-11-24', { used: { N: '5' }, expires_at: seconds(2) }),
    item('W#workspace-0', 'contacts#expired', { record: record(0), expires_at: seconds(-1) }),
  ];
}

export function item(pk: string, sk: string, more: object = {}): Item {
  return { pk: { S: pk }, sk: { S: sk }, ...more };
}

function record(n: number) {
  return { M: { name: { S: `Zoë 名前 ${n}` }, tags: { SS: ['a', 'b'] }, version: { N: '12345678901234567890' } } };
}

/** The same objects, until the n-th change of them, which fails as all after it do. */
export function breakingAt(objects: Objects, n: number): Objects {
  let changes = 0;
  const count = () => {
    if (++changes >= n) throw new Error('broken off');
  };
  return {
    ...objects,
    put: async (...put) => {
      count();
      await objects.put(...put);
    },
    remove: async (keys) => {
      count();
      await objects.remove(keys);
    },
  };
}
