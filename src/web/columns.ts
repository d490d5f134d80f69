import { type Field, isTyped } from '../domain/field.ts';
import type { Fields, Noun } from '../domain/noun.ts';

export type ColumnField = readonly [name: string, field: Field];

/** The fields that a table shows unless others are chosen, in the order of the schema. */
export function columnFields(fields: Fields): readonly ColumnField[] {
  return Object.entries(fields).filter(([, field]) => field.column !== false && isTyped(field));
}

/** The fields of these columns; of the usual ones where it is null. */
export function fieldsOf({ fields }: Noun, columns: readonly string[] | null): readonly ColumnField[] {
  if (columns === null) return columnFields(fields);
  return columns.flatMap((name) => {
    const field = fields[name];
    return field ? [[name, field] as const] : [];
  });
}

/** Columns as an address has them: known ones, each once, the title first; null where they are the usual ones. */
export function chosenColumns(noun: Noun, names: readonly string[]): readonly string[] | null {
  const fits = new Set(Object.keys(noun.fields).filter((name) => isColumn(noun.fields[name])));
  const known = names.filter((name) => fits.has(name));
  const columns = [...new Set([noun.titleField, ...known])];
  return columns.join() === usual(noun).join() ? null : columns;
}

/** Rows are no text of one cell. */
function isColumn(field: Field | undefined): boolean {
  return field !== undefined && isTyped(field);
}

/** The columns with one more at the end, or without it where it was one of them. */
export function toggledColumn(noun: Noun, columns: readonly string[] | null, name: string): readonly string[] | null {
  const now = columns ?? usual(noun);
  return chosenColumns(noun, now.includes(name) ? now.filter((other) => other !== name) : [...now, name]);
}

/** The columns with one of them a place further to the front (-1) or to the back (1); the title stays the first. */
export function movedColumn(
  noun: Noun,
  columns: readonly string[] | null,
  name: string,
  step: 1 | -1,
): readonly string[] | null {
  const now = columns ?? usual(noun);
  const to = now.indexOf(name) + step;
  if (to === step - 1 || to < 1 || to >= now.length) return columns;
  return chosenColumns(noun, now.filter((other) => other !== name).toSpliced(to, 0, name));
}

function usual({ fields }: Noun): readonly string[] {
  return columnFields(fields).map(([name]) => name);
}
