import { words } from '../../domain/search.ts';

/** The name of a column without what differs from export to export: case, accents, spaces, punctuation, numbers. */
export function columnKey(name: string): string {
  return words(name).join('').replace(/\d+/g, '');
}

/** The same without what stands in brackets: `Salary (CHF)`, `Name [required]`. */
export function bareColumnKey(name: string): string {
  return columnKey(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}

/** A name for a mapping of a table with this header, by which it is remembered. */
export function headerKeyOf(header: readonly string[]): string {
  return header.map((name) => words(name).join(' ')).join('|');
}
