import type { Reading } from '../import/format.ts';
import type { Bad, Found, Item } from '../import/found.ts';
import type { Source } from '../import/source.ts';
import { connectionOf } from './connections.ts';
import type { Context } from './context.ts';
import { invitationOf } from './invitations.ts';
import { applicationOf, savedJobOf } from './jobs.ts';
import type { Kind } from './kinds.ts';
import { LeftOutRows } from './left-out.ts';
import { messageOf } from './messages.ts';
import { partiesOf } from './owner.ts';
import { type Row, rowsOf, type Table } from './table.ts';

type ReadRow = (row: Row, context: Context) => Found | Bad | undefined;

/** In this order: invitations that became messages, and saved jobs that were applied for, are known by what came before. */
const READERS: readonly (readonly [Kind, ReadRow])[] = [
  ['connections', (row, { leftOut }) => connectionOf(row, leftOut)],
  ['messages', messageOf],
  ['invitations', invitationOf],
  ['applications', (row, { applied }) => applicationOf(row, applied)],
  ['saved', (row, { applied, leftOut }) => savedJobOf(row, applied, leftOut)],
];

/**
 * Reads tables of one source: each row is what it holds, what is wrong in it, or counted among what is left out.
 *
 * @param source what the tables are, or are part of: by its size it is told how far the reading is
 */
export async function* readTables(source: Source, tables: readonly Table[], reading: Reading): AsyncGenerator<Item> {
  const known = {
    zone: reading.zone,
    parties: await partiesOf(tables, reading),
    messages: new Map<string, string>(),
    said: new Set<string>(),
    applied: new Set<string>(),
  };
  const inOrder = READERS.flatMap(([kind, read]) =>
    tables.flatMap((table) => (table.kind === kind ? [{ table, read }] : [])),
  );
  const total = inOrder.reduce((sum, { table }) => sum + table.source.size, 0);
  let before = 0;
  for (const { table, read } of inOrder) {
    const context = { ...known, leftOut: new LeftOutRows() };
    for await (const row of rowsOf(table)) {
      if ('read' in row) yield { read: Math.round((source.size * (before + row.read)) / total) };
      else yield* itemsOf(row, read, context);
    }
    before += table.source.size;
    yield* context.leftOut.notes(table.source.name).map((leftOut) => ({ leftOut }));
  }
}

function* itemsOf(row: Row | Bad, read: ReadRow, context: Context): Generator<Item> {
  const result = 'get' in row ? read(row, context) : row;
  if (!result) return;
  yield 'why' in result ? { bad: result } : { found: result };
}
