import type { Table } from '../../interop/csv/read-table.ts';
import type { Mapping } from '../../interop/import/format.ts';

/**
 * The mapping of a table as it stands, with another field for one of its columns.
 *
 * @param to null leaves the column out; an empty text keeps it in the notes
 */
export function mappingWith({ columns }: Pick<Table, 'columns'>, at: number, to: string | null): Mapping {
  const fields = columns.map(({ field, order }, place) => {
    if (place === at) return to;
    return field && order ? `${field}@${order}` : field;
  });
  return Object.fromEntries(fields.map((field, place) => [place, field ?? (field === null ? null : '')]));
}
