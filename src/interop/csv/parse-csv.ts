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
  const parser = new CsvParser(separator);
  for await (const text of texts) {
    const rows = parser.rows(text, false);
    if (rows.length > 0) yield rows;
  }
  yield parser.rows('', true);
}

/** As `parseCsv`, of a text that is there already. */
export function parseCsvText(text: string, separator: string): readonly CsvRow[] {
  return new CsvParser(separator).rows(text, true);
}

class CsvParser {
  private readonly separator: string;
  private pending = '';
  private line = 1;
  private again = 0;
  /** A long cell that comes in many pieces is looked at again only when there is twice as much of it. */
  private tryAt = 0;

  constructor(separator: string) {
    this.separator = separator;
  }

  /** @returns the rows that end in what was given so far */
  rows(text: string, isAll: boolean): readonly CsvRow[] {
    this.pending += text;
    if (this.pending.length < this.tryAt && !isAll) return [];
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < this.pending.length) {
      const found = this.again > MOST_AGAIN ? this.lineAt(at, isAll) : this.rowAt(at, isAll);
      if (!found) break;
      if (found.row) rows.push(found.row);
      at = found.next;
    }
    this.pending = this.pending.slice(at);
    this.tryAt = this.pending.length * 2;
    return rows;
  }

  private rowAt(at: number, isAll: boolean): Step | undefined {
    const found = rowAt(this.pending, at, this.separator, isAll);
    if ('cells' in found) return this.step(found.cells, found.breaks, found.next);
    if (found.is === 'too long') throw new Refused(tooLong(this.line));
    if (found.is === 'incomplete') return undefined;
    this.again += found.seen - at;
    return this.unclosed(at);
  }

  /** As `rowAt`, of one line whatever is in it. */
  private lineAt(at: number, isAll: boolean): Step | undefined {
    const end = lineEnd(this.pending, at);
    if (end >= this.pending.length - 1 && this.pending[end] !== '\n' && !isAll) return undefined;
    const found = rowAt(this.pending.slice(at, end), 0, this.separator, true);
    if ('cells' in found) return this.step(found.cells, 0, afterLine(this.pending, end));
    if (found.is === 'too long') throw new Refused(tooLong(this.line));
    return this.unclosed(at);
  }

  private step(cells: readonly string[], breaks: number, next: number): Step {
    const { line } = this;
    this.line += breaks + 1;
    return { row: isBlank(cells) ? null : { line, cells }, next };
  }

  private unclosed(at: number): Step {
    const end = lineEnd(this.pending, at);
    return { row: { line: this.line++, unclosed: this.pending.slice(at, end) }, next: afterLine(this.pending, end) };
  }
}

/** A row, null where its line is empty, and where the next one begins. */
interface Step {
  readonly row: CsvRow | null;
  readonly next: number;
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
