/** So many characters at most are in a cell: one with more is a quotation mark that was never closed, or no table. */
export const LONGEST_CELL = 10_000_000;

/** So many at most are in a row, whose cells may each be long, but not all. */
const LONGEST_ROW = 2 * LONGEST_CELL;

/** One row of the text, or why there is none at its place. */
export type RowAt =
  | { readonly cells: readonly string[]; readonly next: number; readonly breaks: number }
  /** The text ends before the row does, as far as can be told. */
  | { readonly is: 'incomplete' }
  /** A cell begins with a quotation mark that nothing closes; to tell, the text was read as far as `seen`. */
  | { readonly is: 'unclosed'; readonly seen: number }
  | { readonly is: 'too long' };

/** How far a cell goes and what is in it. */
type CellAt =
  | { readonly value: string; readonly next: number; readonly isQuoted: boolean }
  | Extract<RowAt, { is: string }>;

/**
 * Reads one row by RFC 4180, 2, and what spreadsheets write beside it: line ends of any kind, quotation marks in cells that
 * have none around them, spaces between a quotation mark and the separator.
 *
 * @param from where the row begins
 * @param isAll whether no more text comes after this
 * @returns `next` is where the row after it begins; `breaks` are the line ends within its cells
 */
export function rowAt(text: string, from: number, separator: string, isAll: boolean): RowAt {
  const cells: string[] = [];
  let breaks = 0;
  for (let at = from; ; at++) {
    const cell = cellAt(text, at, separator, isAll);
    if ('is' in cell) return cell;
    if (cell.value.length > LONGEST_CELL || at - from > LONGEST_ROW) return { is: 'too long' };
    if (cell.isQuoted) breaks += lineBreaks(cell.value);
    cells.push(cell.value);
    at = cell.next;
    if (text[at] === separator) continue;
    if (at >= text.length - 1 && text[at] !== '\n' && !isAll) return { is: 'incomplete' };
    return { cells, next: at + (text.startsWith('\r\n', at) ? 2 : 1), breaks };
  }
}

/** How many line ends there are in a text: CRLF is one. */
export function lineBreaks(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count++;
  }
  return count;
}

/** Where the line of a place ends: at its line break, or where the text does. */
export function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function cellAt(text: string, from: number, separator: string, isAll: boolean): CellAt {
  const start = afterSpaces(text, from);
  if (text[start] === '"') return quotedCell(text, from, start + 1, separator, isAll);
  const next = plainEnd(text, start, separator);
  return { value: text.slice(from, next), next, isQuoted: false };
}

/** From the character after its first quotation mark to what closes it: a mark before a separator, a line end or nothing. */
function quotedCell(text: string, from: number, first: number, separator: string, isAll: boolean): CellAt {
  let mark = text.indexOf('"', first);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  if (mark < 0) return endless(text, first, isAll);
  if (closes(text, mark, separator)) {
    if (!isAll && afterSpaces(text, mark + 1) >= text.length) return { is: 'incomplete' };
    return closed(text, first, mark);
  }
  const isOneLine = lineEnd(text, first) >= mark;
  const end = lineEnd(text, mark);
  if (end === text.length && !isAll) return { is: 'incomplete' };
  if (!isOneLine && isOpening(text, mark, separator)) return { is: 'unclosed', seen: mark };
  const later = closingOnLine(text, mark + 1, end, separator);
  if (later !== undefined) return closed(text, first, later);
  if (!isOneLine) return { is: 'unclosed', seen: end };
  const next = plainEnd(text, mark, separator);
  return { value: text.slice(from, next), next, isQuoted: false };
}

function endless(text: string, first: number, isAll: boolean): CellAt {
  if (text.length - first > LONGEST_CELL) return { is: 'too long' };
  return isAll ? { is: 'unclosed', seen: text.length } : { is: 'incomplete' };
}

function closed(text: string, first: number, mark: number): CellAt {
  const raw = text.slice(first, mark);
  return {
    value: raw.includes('"') ? raw.replaceAll('""', '"') : raw,
    next: afterSpaces(text, mark + 1),
    isQuoted: true,
  };
}

/** Marks within a quoted cell that nobody doubled, as in `"say "hi" to her"`: the cell goes on to one that does close it. */
function closingOnLine(text: string, from: number, end: number, separator: string): number | undefined {
  for (let mark = text.indexOf('"', from); mark >= 0 && mark < end; mark = text.indexOf('"', mark + 1)) {
    if (isOpening(text, mark, separator)) return undefined;
    if (closes(text, mark, separator)) return mark;
  }
  return undefined;
}

function closes(text: string, mark: number, separator: string): boolean {
  const at = afterSpaces(text, mark + 1);
  return at >= text.length || text[at] === separator || text[at] === '\n' || text[at] === '\r';
}

function isOpening(text: string, mark: number, separator: string): boolean {
  const before = text[mark - 1];
  return (before === separator || before === '\n' || before === '\r') && !closes(text, mark, separator);
}

function plainEnd(text: string, from: number, separator: string): number {
  const code = separator.charCodeAt(0);
  let at = from;
  for (; at < text.length; at++) {
    const one = text.charCodeAt(at);
    if (one === code || one === 10 || one === 13) break;
  }
  return at;
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}
