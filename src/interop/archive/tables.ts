import { type AnyRecord, type Noun, SERVER_FIELDS } from '../../domain/noun.ts';
import { type Cell, writeCsv } from '../csv/write-csv.ts';

/** Excel takes a file without it for one of the Windows code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** The columns of a noun's table: its id, its fields, and what a person may want to know of what the server keeps. */
export function tableHeader({ idField, fields }: Noun): readonly string[] {
  const kept = SERVER_FIELDS.filter((name) => name !== 'recent_changes' && name !== 'deleted_at');
  return [idField, ...Object.keys(fields), ...kept];
}

/** The records of a noun as CSV, the header first; tags are separated by commas, rows of a field are JSON. */
export function* tableOf(noun: Noun, records: Iterable<AnyRecord>): Iterable<string> {
  const header = tableHeader(noun);
  yield BYTE_ORDER_MARK + writeCsv([header]);
  for (const record of records) yield writeCsv([header.map((name) => cellOf(noun, name, record[name]))]);
}

function cellOf(noun: Noun, name: string, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return listCell(noun.fields[name]?.control === 'tags', value);
  return String(value);
}

function listCell(isOfTexts: boolean, list: readonly unknown[]): string | null {
  if (list.length === 0) return null;
  return isOfTexts ? list.join(', ') : JSON.stringify(list);
}
