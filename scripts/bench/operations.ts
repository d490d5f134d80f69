import { contact } from '../../src/domain/contact.ts';
import { addDays, localDate } from '../../src/domain/dates.ts';
import { type Filter, ORDERS, type Order } from '../../src/domain/listing.ts';
import { perform } from '../../src/routes/perform.ts';
import type { Position } from '../../src/store/store.ts';
import { ABSENT_WORD, COMMON_WORD, rareWord, SECOND_WORD } from './generate.ts';
import type { Subject } from './subjects.ts';

export interface Operation {
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

/** Every operation that is measured, those that write last. Creating and editing take the path that every change takes. */
export async function operationsOn({ store, workspace, population }: Subject): Promise<Operation[]> {
  const { now } = population;
  return [
    { name: 'get', call: () => store.get(workspace, [{ type: contact.type, id: population.anyId() }]) },
    ...ORDERS.flatMap(pages),
    search('a common word', () => [COMMON_WORD]),
    search('a rare word', () => [rareWord(population.anyNumber())]),
    search('no match', () => [ABSENT_WORD]),
    search('two words', () => [COMMON_WORD, SECOND_WORD]),
    search('one letter', () => ['a']),
    list('filter: status', () => ({ values: { status: 'interviewing' } })),
    list('filter: due today', () => ({ due: { from: localDate(now()), to: localDate(now()) } })),
    list('filter: overdue', () => ({ due: { to: addDays(localDate(now()), -1) } })),
    await nothingNew(),
    { name: 'changes: page of 1000', call: () => store.changes(workspace, null, 1000) },
    { name: 'edit', call: edit },
    { name: 'create', call: create },
  ];

  function pages(order: Order): Operation[] {
    const middle = population.middle(order);
    return [
      list(`list by ${order}: first page`, () => ({}), order),
      list(`list by ${order}: deep page`, () => ({}), order, middle),
    ];
  }

  function search(what: string, words: () => string[]): Operation {
    return list(`search: ${what}`, () => ({ words: words() }));
  }

  function list(name: string, filter: () => Filter, order: Order = 'created', after?: Position): Operation {
    const page = { type: contact.type, order, descending: order === 'updated', limit: 100, after };
    return { name, call: () => store.list(workspace, { ...page, ...filter() }) };
  }

  async function nothingNew(): Promise<Operation> {
    let position: string | null = null;
    for (let more = true; more; ) ({ position, more } = await store.changes(workspace, position, 1000));
    return { name: 'changes: nothing new', call: () => store.changes(workspace, position, 1000) };
  }

  async function edit(): Promise<void> {
    population.passTime();
    await change(population.anyId(), 'edit', { position_applied: `Engineer, as of ${now().toISOString()}` });
  }

  async function create(): Promise<void> {
    const { id, fields } = population.grow();
    await change(id, 'create', fields);
  }

  async function change(id: string, op: 'create' | 'edit', record: Readonly<Record<string, unknown>>): Promise<void> {
    const outcome = await perform({ store, now }, workspace, contact, id, { op, record });
    if ('problem' in outcome) throw new Error(outcome.problem.detail);
  }
}
