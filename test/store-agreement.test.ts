import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { contact } from '../src/domain/contact.ts';
import { type Filter, ORDERS } from '../src/domain/listing.ts';
import type { AnyRecord, Noun } from '../src/domain/noun.ts';
import { audition, type Clock, DAY_MS, idNumber, newRecord, Scene, stoppedClock } from '../src/store/contract-scene.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import type { ListQuery, Store } from '../src/store/store.ts';
import { testTable } from './dynalite.ts';

const table = await testTable();
afterAll(() => table.remove());

test('SQLite and DynamoDB agree, whatever is done to both', async () => {
  const property = fc.asyncProperty(fc.array(anyStep(), { minLength: 5, maxLength: 30 }), async (steps) => {
    const pair = openPair();
    for (const { take } of steps) await take(pair);
    await readChanges(pair, 3);
    await pair.close();
  });
  await fc.assert(property, { numRuns: 120 });
}, 60_000);

/** The same store twice: what one answers, the other must answer too. */
interface Pair {
  both<Answer>(ask: (scene: Scene) => Promise<Answer>): Promise<Answer>;
  readonly readers: readonly Reader[];
  readonly clock: Clock;
  close(): Promise<void>;
}

/** Someone who keeps a copy of a workspace by reading its changes. */
interface Reader {
  readonly scene: Scene;
  readonly copy: Map<string, AnyRecord>;
  position: string | null;
}

let pairs = 0;

function openPair(): Pair {
  const clock = stoppedClock();
  const options = { nouns: [audition, contact], now: clock.now };
  pairs += 1;
  const sceneIn = (store: Store) => new Scene(store, `pair-${pairs}`, clock);
  const [sqlite, dynamodb] = [sceneIn(openSqlite({ file: ':memory:', ...options })), sceneIn(table.open(options))];
  return {
    both,
    readers: [sqlite, dynamodb].map((scene) => ({ scene, copy: new Map(), position: null })),
    clock,
    close: async () => {
      for (const { store } of [sqlite, dynamodb]) await store.close();
    },
  };

  async function both<Answer>(ask: (scene: Scene) => Promise<Answer>): Promise<Answer> {
    const [one, other] = [await ask(sqlite), await ask(dynamodb)];
    expect(other).toEqual(one);
    return one;
  }
}

/** Few ids, words and dates, so that steps meet each other. */
function anyStep() {
  const noun = fc.constantFrom<Noun>(contact, audition);
  const n = fc.integer({ min: 1, max: 5 });
  const limit = fc.integer({ min: 1, max: 6 });
  const seen = fc.constantFrom(0, 0, 0, -1, 1);
  const order = fc.constantFrom(...ORDERS);
  const ms = fc.constantFrom(1, 999, 61_000, DAY_MS, 45 * DAY_MS, 90 * DAY_MS);
  return fc.oneof(
    { weight: 4, arbitrary: step('write', fc.record({ noun, n, seen, fields: anyFields() }), write) },
    { weight: 2, arbitrary: step('remove or restore', fc.record({ noun, n, seen }), mark) },
    {
      weight: 3,
      arbitrary: step('list', fc.record({ noun, order, descending: fc.boolean(), limit, filter: anyFilter() }), list),
    },
    { weight: 2, arbitrary: step('changes', limit, readChanges) },
    { weight: 2, arbitrary: step('wait', ms, async ({ clock }, ms) => clock.advance(ms)) },
  );
}

/** A step prints as what it does with what, so that a failure reads as a story. */
function step<Input>(name: string, inputs: fc.Arbitrary<Input>, take: (pair: Pair, input: Input) => Promise<void>) {
  return inputs.map((input) => ({
    take: (pair: Pair) => take(pair, input),
    [fc.toStringMethod]: () => `${name} ${fc.stringify(input)}`,
  }));
}

const DATES = ['2026-02-28', '2026-03-01', '2026-03-02', '9999-12-31'];
const WORDS = ['zoë', 'ZOE', 'acme', 'ac', '明', '王小明', 'ß', 'ss'];

function anyFields() {
  const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const due = fc.option(fc.constantFrom(...DATES));
  return fc.record({
    contacts: fc.record({ name: text, company: text, tags: fc.uniqueArray(text), next_follow_up: due }),
    auditions: fc.record({
      piece: text,
      voice: fc.constantFrom('alto', 'bass', null),
      is_open: fc.boolean(),
      takes_place: due,
    }),
  });
}

function anyFilter(): fc.Arbitrary<Filter> {
  const date = fc.constantFrom(...DATES);
  return fc.record(
    {
      words: fc.array(fc.constantFrom('zo', 'zoe', 'ac', 'acme', '明', 's', 'ss', 'contralto'), { maxLength: 2 }),
      values: fc.constantFrom<Record<string, string>[]>(
        {},
        { company: 'acme' },
        { tags: 'Zoe' },
        { voice: 'ALTO' },
        { is_open: 'true' },
      ),
      due: fc.record({ from: date, to: date }, { requiredKeys: [] }),
    },
    { requiredKeys: [] },
  );
}

interface Target {
  readonly noun: Noun;
  readonly n: number;
  /** How far the version that the writer saw is from the one that stands. */
  readonly seen: number;
}

async function write(pair: Pair, { fields, ...target }: Target & { fields: Readonly<Record<string, object>> }) {
  await putNext(pair, target, () => fields[target.noun.type] ?? {});
}

async function mark(pair: Pair, target: Target) {
  await putNext(pair, target, ({ deleted_at }) => ({ deleted_at: deleted_at === null ? pair.clock.instant() : null }));
}

async function putNext(pair: Pair, { noun, n, seen }: Target, edit: (current: AnyRecord) => object): Promise<void> {
  const [standing] = await pair.both((scene) => scene.get({ type: noun.type, id: idNumber(n) }));
  const updated_at = pair.clock.instant();
  const current = standing ?? newRecord(noun, n, updated_at, { version: 0 });
  const record = { ...current, ...edit(current), updated_at, version: current.version + 1 };
  await pair.both((scene) => scene.put(noun, record, Math.max(0, current.version + seen)));
}

async function list(
  pair: Pair,
  { noun, filter, ...query }: Pick<ListQuery, 'order' | 'descending' | 'limit'> & { noun: Noun; filter: Filter },
) {
  await pair.both((scene) => scene.list({ type: noun.type, ...query, ...filter }));
}

/** Two stores may give changes in different pages and some again: the copies that come of them are the same. */
async function readChanges({ readers }: Pair, limit: number) {
  for (const reader of readers) {
    const { changed, position } = await reader.scene.readChanges(reader.position, limit);
    for (const { type, id, record } of changed) reader.copy.set(`${type} ${id}`, record);
    reader.position = position;
  }
  const [one, other] = readers;
  expect(other?.copy).toEqual(one?.copy);
}
