import { type Reading, Refused } from '../import/format.ts';
import type { FoundType, Item } from '../import/found.ts';
import { HEAD_SIZE, headOf, type Source } from '../import/source.ts';
import { decode, type Encoding, encodingOf, headText } from '../text/decode.ts';
import { headerKeyOf } from './column-key.ts';
import { type Column, columnsOf, typeOf, typeOfColumns, withContents } from './columns.ts';
import { type DateDecision, DateVotes, usualOrder } from './date-orders.ts';
import { itemOf, type PlacedColumn, placed, type RowReading } from './found-row.ts';
import { GENERIC, type Layout, layoutOf } from './layouts.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';
import type { DateOrder } from './read-date.ts';
import { type Opening, openingOf } from './separator.ts';

/** So many rows are read from one table. */
export const MOST_ROWS = 100_000;
const SAMPLE_ROWS = 5;
const PROGRESS_EVERY = 100_000;

/** A column as a person is shown it, to correct what it is. */
export interface TableColumn extends Column {
  /** In which order its dates are read; absent where it has none. */
  readonly dateOrder?: DateOrder;
  /** Whether the order is a guess: every date in the column could be read both ways. */
  readonly isOrderGuessed?: boolean;
}

/** What is known of a table before it is brought in. */
export interface Table {
  /** The id and name of the program that wrote it, or of any table. */
  readonly format: { readonly id: string; readonly name: string };
  readonly encoding: Encoding;
  readonly separator: string;
  readonly header: readonly string[];
  /** The line of the header. */
  readonly line: number;
  /** By which a corrected mapping is remembered: `Reading.mappings[headerKey]`. */
  readonly headerKey: string;
  readonly type: FoundType;
  readonly columns: readonly TableColumn[];
  /** The first rows, cells as they stand. */
  readonly sample: readonly (readonly string[])[];
  readonly rows: number;
}

/** What the beginning of a file tells. */
interface Start extends Opening {
  readonly encoding: Encoding;
  readonly layout: Layout | undefined;
  readonly type: FoundType;
  readonly columns: readonly Column[];
  readonly headerKey: string;
}

/**
 * Looks through a whole table without bringing anything in: its header, the first rows, what each column seems to be.
 *
 * @throws Refused where it is no table, or one that is too large
 */
export async function readTable(source: Source, reading: Reading): Promise<Table> {
  const start = startOf(await headOf(source), reading);
  const { dates, rows } = await lookThrough(source, start, reading);
  const { encoding, separator, header, headerKey, type, columns } = start;
  return {
    format: { id: start.layout?.id ?? GENERIC.id, name: start.layout?.name ?? GENERIC.name },
    encoding,
    separator,
    header: header.cells,
    line: header.line,
    headerKey,
    type,
    columns: columns.map((column, at) => withOrder(column, dates[at])),
    sample: cellsOf(start.rows).slice(0, SAMPLE_ROWS),
    rows,
  };
}

/**
 * Everything in a table. It is gone through twice: in which order a column has its dates, only the whole of it tells.
 *
 * @throws Refused as `readTable`, before the first item
 */
export async function* readRows(source: Source, reading: Reading): AsyncGenerator<Item> {
  const start = startOf(await headOf(source), reading);
  const { dates } = await lookThrough(source, start, reading);
  const { type, columns, layout } = start;
  const rowReading: RowReading = {
    file: source.name,
    type,
    columns: columns.map((column) => placed(column, layout)),
    layout,
    dates: dates.map((one) => one ?? { order: 'day_first', isGuessed: false }),
    today: reading.today,
  };
  for (const row of start.preamble) {
    const what = 'cells' in row ? row.cells.filter((cell) => cell.trim() !== '').join(' ') : row.unclosed;
    if (what) yield { leftOut: { where: { file: source.name, line: row.line }, what: `Above the header: ${what}` } };
  }
  const count = { bytes: 0 };
  let told = 0;
  for await (const rows of rowsAfter(counted(source, count), start)) {
    for (const row of rows) {
      const item = itemOf(row, rowReading);
      if (item) yield item;
    }
    if (count.bytes - told < PROGRESS_EVERY) continue;
    told = count.bytes;
    yield { read: told };
  }
  yield { read: count.bytes };
}

/** How cards, calendars, messages, JSON and web pages begin: they have commas, too. */
const OTHER =
  /^\s*(?:BEGIN:|[{[<]|From |(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|Date|From|To|Subject): )/i;

/** The layout of the table that a file begins with; undefined where it seems to be no table at all. */
export function tableIn(head: Uint8Array): { readonly layout: Layout | undefined } | undefined {
  try {
    const text = wholeLines(head);
    const opening = OTHER.test(text) ? undefined : openingOf(text);
    if (!opening) return undefined;
    const layout = layoutOf(opening.header.cells);
    const isEven = opening.evenness > 0.5 && opening.rows.length > 0;
    return layout || isEven || opening.known > 1 ? { layout } : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function startOf(head: Uint8Array, { mappings }: Reading): Start {
  const opening = openingOf(wholeLines(head));
  if (!opening)
    throw new Refused(
      'There is no table in this file. Export it as CSV, with the names of the columns in a line above.',
    );
  const header = opening.header.cells;
  const layout = layoutOf(header);
  const guess = layout?.type ?? typeOf(header);
  const headerKey = headerKeyOf(header);
  const said = mappings[headerKey];
  const named = columnsOf(header, { type: guess, layout, said });
  const columns = layout || said ? named : withContents(named, cellsOf(opening.rows));
  return { ...opening, encoding: encodingOf(head), layout, type: typeOfColumns(columns, guess), columns, headerKey };
}

function cellsOf(rows: readonly CsvRow[]): readonly (readonly string[])[] {
  return rows.flatMap((row) => ('cells' in row ? [row.cells] : []));
}

/** What is cut off at the end of the head is no row. */
function wholeLines(head: Uint8Array): string {
  const text = headText(head);
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  return head.length < HEAD_SIZE || end === 0 ? text : text.slice(0, end);
}

interface Looked {
  /** By the place of the column; undefined where it holds no dates. */
  readonly dates: readonly (DateDecision | undefined)[];
  readonly rows: number;
}

async function lookThrough(source: Source, start: Start, { zone }: Reading): Promise<Looked> {
  const votes = start.columns.map((column) => (isDate(placed(column)) ? new DateVotes() : undefined));
  let count = 0;
  for await (const rows of rowsAfter(source.stream(), start)) {
    count += rows.length;
    if (count > MOST_ROWS) throw new Refused(TOO_MANY);
    for (const row of rows) if ('cells' in row) vote(votes, row.cells);
  }
  const told = votes.map((one) => one?.tells).find((order) => order !== undefined);
  const usual = told ?? usualOrder(zone, start.separator);
  const dates = votes.map((one, at) => one && decisionOf(one, start.columns[at]?.order, usual));
  return { dates, rows: count };
}

const TOO_MANY =
  'This table has more than 100,000 rows. Split it into several files, each with the header, and bring them one after the other.';

function decisionOf(votes: DateVotes, said: DateOrder | undefined, usual: DateOrder): DateDecision {
  return said ? { order: said, isGuessed: false } : votes.decision(usual);
}

function vote(votes: readonly (DateVotes | undefined)[], cells: readonly string[]): void {
  for (const [at, one] of votes.entries()) {
    const text = one && cells[at]?.trim();
    if (text) one.add(text);
  }
}

function isDate({ schema }: PlacedColumn): boolean {
  return schema?.control === 'date' || schema?.control === 'date_time';
}

async function* rowsAfter(bytes: AsyncIterable<Uint8Array>, start: Start): AsyncGenerator<readonly CsvRow[]> {
  for await (const rows of parseCsv(decode(bytes), start.separator)) {
    const first = rows[0];
    if (!first) continue;
    yield first.line > start.header.line ? rows : rows.filter(({ line }) => line > start.header.line);
  }
}

async function* counted(source: Source, count: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of source.stream()) {
    count.bytes += piece.length;
    yield piece;
  }
}

function withOrder(column: Column, decision: DateDecision | undefined): TableColumn {
  return decision ? { ...column, dateOrder: decision.order, isOrderGuessed: decision.isGuessed } : column;
}
