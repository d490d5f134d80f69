/**
 * A program to be killed: it makes random changes to one database by the path that every change takes, some at once, and
 * says of each write before it begins which record it writes, and after it is kept that it is.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Operation } from '../src/domain/changes.ts';
import { contact } from '../src/domain/contact.ts';
import { type AnyRecord, idOf } from '../src/domain/noun.ts';
import { seededRandom } from '../src/entry/story/seeded-random.ts';
import { perform } from '../src/routes/perform.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import type { Store } from '../src/store/store.ts';

const [, , file = '', seed = '1'] = process.argv;
const WORKSPACE = 'crash';
const now = () => new Date();
const random = seededRandom(Number(seed));

await toBegin();
const store = telling(openSqlite({ file, nouns: [contact], now }));
const ids = await knownIds();
for (;;) {
  await Promise.all([...someIds()].map(change));
  await turn();
}

/** Loading takes longer than most of its lives: it is done before, while another one lives. */
async function toBegin(): Promise<void> {
  process.stdin.once('end', () => process.exit());
  tell('loaded\n');
  await once(process.stdin, 'data');
}

/** Waits until it is told: `process.stdout` keeps what the reader is too slow for, and that dies with the process. */
function tell(text: string): void {
  writeSync(1, text);
}

function telling(store: Store): Store {
  return {
    ...store,
    put: async (workspace, stored, ifVersion) => {
      tell(`writing ${JSON.stringify(stored.record)}\n`);
      const isKept = await store.put(workspace, stored, ifVersion);
      if (isKept) tell(`kept ${stored.id}\n`);
      return isKept;
    },
  };
}

async function knownIds(): Promise<string[]> {
  const { changed } = await store.changes(WORKSPACE, null, 1_000_000);
  return changed.map(({ id }) => id);
}

/** One to four contacts, new ones among them. */
function someIds(): ReadonlySet<string> {
  const any = () => (random() < 0.7 ? ids[Math.floor(random() * ids.length)] : undefined) ?? v7();
  return new Set(Array.from({ length: 1 + Math.floor(random() * 4) }, any));
}

async function change(id: string): Promise<void> {
  const [current] = await store.get(WORKSPACE, [{ type: contact.type, id }]);
  const outcome = await perform({ store, now }, WORKSPACE, contact, id, operationOn(current));
  if ('problem' in outcome) throw new Error(outcome.problem.detail);
  if (!current) ids.push(idOf(contact, outcome.record));
}

/** Each create and edit gives a name that is found by no other, and notes of any length up to several disk pages. */
function operationOn(current: AnyRecord | undefined): Operation {
  if (current && current.deleted_at !== null) return { op: 'restore' };
  if (current && random() < 0.3) return { op: 'remove' };
  const name = `write${v7().replaceAll('-', '')}`;
  const record = { name, email: 'crash@example.org', notes: 'n'.repeat(random() ** 4 * 20_000) };
  return { op: current ? 'edit' : 'create', record };
}
