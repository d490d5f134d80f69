import { meaningOf } from './columns.ts';
import { layoutOf } from './layouts.ts';
import { type CsvRow, parseCsvText } from './parse-csv.ts';
import { ordersOf } from './read-date.ts';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Excel's own line before the header, which says what the separator is. */
const SAID = /^"?sep=(.)"?(?:\r\n|\r|\n|$)/i;

/** So many rows are looked at for the header. */
const FIRST_ROWS = 20;

/** How the beginning of a table is laid out. */
export interface Opening {
  readonly separator: string;
  /** How many columns of the header are known by their names. */
  readonly known: number;
  /** The part of the rows that have as many cells as most rows do. */
  readonly evenness: number;
  /** Where there is none, columns are numbered, and its line is the one before the first row. */
  readonly header: { readonly line: number; readonly cells: readonly string[] };
  /** What stands above the header: a title, a remark. */
  readonly preamble: readonly CsvRow[];
  /** The rows after the header. */
  readonly rows: readonly CsvRow[];
}

/** @param text the beginning of a file, up to the end of a row where it does not hold the whole file */
export function openingOf(text: string): Opening | undefined {
  const said = SAID.exec(text)?.[1];
  const openings = (said ? [said] : SEPARATORS).map((separator) => openingWith(text, separator, said !== undefined));
  return openings.filter((one) => one !== undefined).sort(byLikelihood)[0];
}

function byLikelihood(one: Opening, other: Opening): number {
  const [known, otherKnown] = [one, other].map((opening) => (opening.known > 1 ? opening.known : 0));
  return (
    (otherKnown ?? 0) - (known ?? 0) ||
    other.evenness - one.evenness ||
    other.header.cells.length - one.header.cells.length ||
    other.known - one.known
  );
}

function openingWith(text: string, separator: string, isSaid: boolean): Opening | undefined {
  const rows = parseCsvText(text, separator).slice(isSaid ? 1 : 0);
  const width = usualWidth(rows);
  const at = headerAt(rows, width);
  const header = rows[at];
  if (!header || !('cells' in header)) return undefined;
  const evenness = width > 1 ? rows.filter((row) => widthOf(row) === width).length / rows.length : 0;
  const known = knownIn(header.cells);
  const common = { separator, known, evenness, preamble: rows.slice(0, at) };
  if (known === 0 && header.cells.some(isContent)) {
    const cells = header.cells.map((_, place) => `Column ${place + 1}`);
    return { ...common, header: { line: header.line - 1, cells }, rows: rows.slice(at) };
  }
  return { ...common, header: { line: header.line, cells: withoutEmptyEnd(header.cells) }, rows: rows.slice(at + 1) };
}

/** The first of the rows with the most names that are known; where hardly one is, the first that is as wide as most. */
function headerAt(rows: readonly CsvRow[], width: number): number {
  const known = rows.slice(0, FIRST_ROWS).map((row) => ('cells' in row ? knownIn(row.cells) : 0));
  const most = Math.max(0, ...known);
  if (most > 1) return known.indexOf(most);
  return Math.max(
    0,
    rows.findIndex((row) => widthOf(row) === width),
  );
}

/** No column is called like an e-mail address, a web address or a date. */
function isContent(cell: string): boolean {
  return /^\S+@\S+\.\S+$|^https?:\/\//i.test(cell.trim()) || ordersOf(cell).length > 0;
}

function knownIn(cells: readonly string[]): number {
  const known = cells.filter((cell) => cell.length < 100 && meaningOf(cell) !== undefined).length;
  return layoutOf(cells) ? Math.max(known, cells.length) : known;
}

function usualWidth(rows: readonly CsvRow[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(widthOf(row), (counts.get(widthOf(row)) ?? 0) + 1);
  const wide = [...counts].filter(([width]) => width > 1).sort(([, one], [, other]) => other - one);
  return wide[0]?.[0] ?? 1;
}

function widthOf(row: CsvRow): number {
  return 'cells' in row ? row.cells.length : 0;
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
