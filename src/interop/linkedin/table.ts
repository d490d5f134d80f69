import { parseCsv, parseCsvText } from '../csv/parse-csv.ts';
import { Refused } from '../import/format.ts';
import type { Bad, Where } from '../import/found.ts';
import type { Source } from '../import/source.ts';
import { decode, encodingOf } from '../text/decode.ts';
import { columnName, type Kind, kindOf } from './kinds.ts';

/** A row of one of LinkedIn's tables. */
export interface Row {
  readonly where: Where;
  /** What stands in a column, by its name in small letters, without spaces around it; empty where there is no such column. */
  get(column: string): string;
  /** The whole row, for who has to find it. */
  readonly text: string;
}

/** A table in a source, and how its cells are kept apart. */
export interface Table {
  readonly source: Source;
  readonly kind: Kind;
  readonly separator: string;
}

/** So many bytes of the table were read. */
export interface Progress {
  readonly read: number;
}

/** LinkedIn writes commas; who opened the file in a spreadsheet and kept it may have others. */
const SEPARATORS = [',', ';', '\t'];

/** The header stands below a note of some lines. */
const HEADER_WITHIN = 12;

/** The note above the header of the connections has some 400 bytes. */
const HEADER_BYTES = 8 * 1024;

const EXCERPT_LENGTH = 200;

/** Which of LinkedIn's tables begins so, and how its cells are kept apart; nothing, if it is none of them. */
export function shapeOf(head: Uint8Array): Omit<Table, 'source'> | undefined {
  const text = textOf(head);
  for (const separator of SEPARATORS) {
    for (const row of parseCsvText(text, separator).slice(0, HEADER_WITHIN)) {
      const kind = 'cells' in row ? kindOf(row.cells) : undefined;
      if (kind) return { kind, separator };
    }
  }
  return undefined;
}

/** Enough of a head for its header: where that is not in the first lines, it is nowhere. */
function textOf(head: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(head)).decode(head.subarray(0, HEADER_BYTES));
  } catch (error) {
    if (error instanceof Refused) return '';
    throw error;
  }
}

/** The rows below the header, and after each piece of the source how many of its bytes were read. */
export async function* rowsOf({ source, kind, separator }: Table): AsyncGenerator<Row | Bad | Progress> {
  const progress = { read: 0 };
  let columns: ReadonlyMap<string, number> | undefined;
  for await (const rows of parseCsv(decode(counted(source, progress)), separator)) {
    for (const row of rows) {
      const where = { file: source.name, line: row.line };
      if (!('cells' in row)) yield unclosed(where, row.unclosed);
      else if (columns) yield* rowAt(where, row.cells, columns, separator);
      else if (kindOf(row.cells) === kind) columns = placesOf(row.cells);
    }
    yield { read: progress.read };
  }
}

async function* counted(source: Source, progress: { read: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of source.stream()) {
    progress.read += piece.length;
    yield piece;
  }
}

function placesOf(header: readonly string[]): ReadonlyMap<string, number> {
  return new Map(header.map((cell, index) => [columnName(cell), index]));
}

function* rowAt(where: Where, cells: readonly string[], columns: ReadonlyMap<string, number>, separator: string) {
  const text = cells.join(separator);
  if (cells.every((cell) => cell.trim() === '')) return;
  if (cells.slice(columns.size).some((cell) => cell.trim() !== '')) {
    yield bad(
      where,
      'This row has more cells than the table has columns. Put quotation marks around the one with a comma.',
      text,
    );
    return;
  }
  yield { where, text, get: (column: string) => cells[columns.get(column) ?? -1]?.trim() ?? '' };
}

function unclosed(where: Where, text: string): Bad {
  return bad(
    where,
    'A quotation mark opens in this row and is never closed. Close it, and bring the file again.',
    text,
  );
}

/** A row that cannot be brought in. */
export function bad(where: Where, why: string, text: string): Bad {
  return { where, why, excerpt: text.slice(0, EXCERPT_LENGTH) };
}
