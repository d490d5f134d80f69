export type Cell = string | number | null;

/** Which marks a table is written with. */
export interface CsvMarks {
  /** Between the cells of a row; Excel expects `;` where the comma is for decimals. */
  readonly separator?: ',' | ';' | '\t';
}

/** How a text begins that a spreadsheet takes for a formula, full-width signs included; and one that was guarded already. */
const FORMULA = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;

/** Digits as people write amounts and phone numbers: they begin like a formula and can do nothing. */
const HARMLESS = /^'*[+-]?\d[\d .,'’()/-]*$/;

/**
 * A table as CSV (RFC 4180): each row ends with CRLF, and a cell with a separator, a quotation mark, a line break or a
 * space at an edge is put in quotation marks, those in it doubled.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection): what is written
 * here came from strangers, and opening it must not run it. Numbers, and texts that are only a phone number or an amount,
 * stay as they are. `withoutApostrophe` gives every text back. No guard holds where a file is opened with another separator
 * than it was written with.
 *
 * @param rows the header among them, where there is one
 * @returns without a byte order mark: who writes a file for Excel puts one before it
 */
export function writeCsv(rows: readonly (readonly Cell[])[], { separator = ',' }: CsvMarks = {}): string {
  return rows.map((row) => `${row.map((cell) => quoted(cell, separator)).join(separator)}\r\n`).join('');
}

/** The text of a cell that `writeCsv` may have put an apostrophe in front of. */
export function withoutApostrophe(text: string): string {
  return text.startsWith("'") && isFormula(text.slice(1)) ? text.slice(1) : text;
}

function quoted(cell: Cell, separator: string): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' && isFormula(cell) ? `'${cell}` : String(cell);
  const isPlain = !/["\r\n]|^\s|\s$/.test(text) && !text.includes(separator);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

function isFormula(text: string): boolean {
  return FORMULA.test(text) && !HARMLESS.test(text);
}
