import { Refused } from '../import/format.ts';
import { lineEnd, rowAt } from './csv-row.ts';

/** A row of the table with the line of the file on which it begins; `unclosed` is the line as it stands. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly unclosed: string };

/** So many characters may be read again after marks that were not closed; then no cell may go beyond its line any more. */
const MOST_AGAIN = 200_000_000;

/**
 * The rows of a table, a list of them for each piece of text; lines without anything are passed over. A quotation mark that
 * is never closed costs its own line only: reading goes on with the next.
 *
 * @param texts the decoded file
 * @throws Refused where a cell is longer than any table has
 */
export async function* parseCsv(texts: AsyncIterable<string>, separator: string): AsyncGenerator<readonly CsvRow[]> {
  const parser = csvParser(separator);
  for await (const text of texts) {
    const rows = parser.rows(text, false);
    if (rows.length > 0) yield rows;
  }
  yield parser.rows('', true);
}

/** As `parseCsv`, of a text that is there already. */
export function parseCsvText(text: string, separator: string): readonly CsvRow[] {
  return csvParser(separator).rows(text, true);
}

interface CsvParser {
  /** The rows that end in what was given so far. */
  rows(text: string, isAll: boolean): readonly CsvRow[];
}

function csvParser(separator: string): CsvParser {
  let pending = '';
  let line = 1;
  let tryAt = 0;
  let again = 0;

  function row(at: number, isAll: boolean): { readonly row: CsvRow | null; readonly next: number } | undefined {
    const isTired = again > MOST_AGAIN;
    const end = isTired ? lineEnd(pending, at) : pending.length;
    if (isTired && end === pending.length && !isAll) return undefined;
    const found = rowAt(isTired ? pending.slice(0, end) : pending, at, separator, isTired || isAll);
    if ('cells' in found) {
      const first = line;
      line += found.breaks + 1;
      const next = isTired ? afterLine(pending, end) : found.next;
      return { row: isBlank(found.cells) ? null : { line: first, cells: found.cells }, next };
    }
    if (found.is === 'too long') throw new Refused(tooLong(line));
    if (found.is === 'incomplete') return undefined;
    const stop = lineEnd(pending, at);
    again += isTired ? 0 : pending.length - at;
    return { row: { line: line++, unclosed: pending.slice(at, stop) }, next: afterLine(pending, stop) };
  }

  return {
    rows(text, isAll) {
      pending += text;
      if (pending.length < tryAt && !isAll) return [];
      const rows: CsvRow[] = [];
      let at = 0;
      while (at < pending.length) {
        const found = row(at, isAll);
        if (!found) break;
        if (found.row) rows.push(found.row);
        at = found.next;
      }
      pending = pending.slice(at);
      // A long cell that comes in many pieces is looked at again only when there is twice as much of it.
      tryAt = pending.length * 2;
      return rows;
    },
  };
}

function afterLine(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

function tooLong(line: number): string {
  return `The row that begins in line ${line} has a cell of more than 10 MB. A quotation mark is probably not closed there: mend that line, and bring the file again.`;
}
