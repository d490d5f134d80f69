import type { Operation } from './changes.ts';
import { isEqual, type JsonObject } from './json.ts';
import { unitedRows } from './merge-values.ts';
import { type AnyRecord, type Fields, idOf, type Noun } from './noun.ts';

/** A change to one record, by its noun's type and its id. */
export interface RecordOperation {
  readonly type: string;
  readonly id: string;
  readonly operation: Operation;
}

/** Where to look for who names a record. */
export interface AllRecords {
  readonly nouns: readonly Noun[];
  /** The records of a type: all of them, or at least those that name it. */
  readonly recordsOf: (type: string) => Iterable<AnyRecord>;
}

/**
 * The edits by which every record that names one of a type names another instead, in its fields and in their rows. Rows
 * that become the same are one. Deleted records stay as they are: they cannot be edited.
 */
export function renamings(
  { nouns, recordsOf }: AllRecords,
  type: string,
  from: string,
  to: string,
): readonly RecordOperation[] {
  return nouns.flatMap((noun) => {
    if (!namesA(type, noun.fields)) return [];
    return [...recordsOf(noun.type)].flatMap((record): readonly RecordOperation[] => {
      const patch = record.deleted_at === null ? renamed(noun.fields, type, record, from, to) : {};
      const isNamed = Object.keys(patch).length > 0;
      return isNamed ? [{ type: noun.type, id: idOf(noun, record), operation: { op: 'edit', record: patch } }] : [];
    });
  });
}

function namesA(type: string, fields: Fields): boolean {
  return Object.values(fields).some(
    ({ references, entryFields }) => references === type || (entryFields && namesA(type, entryFields)),
  );
}

/** The fields that name the record, with its other name. */
function renamed(fields: Fields, type: string, record: AnyRecord | JsonObject, from: string, to: string): JsonObject {
  const patch: Record<string, unknown> = {};
  for (const [name, { references, entryFields }] of Object.entries(fields)) {
    const value = record[name];
    if (references === type && value === from) patch[name] = to;
    if (!entryFields || !Array.isArray(value)) continue;
    const rows = value.map((row: JsonObject) => ({ ...row, ...renamed(entryFields, type, row, from, to) }));
    if (!isEqual(rows, value)) patch[name] = unitedRows(rows);
  }
  return patch;
}
