import { isDateTime } from '../../domain/dates.ts';
import type { Field } from '../../domain/field.ts';
import type { RowDraft } from './row-draft.ts';
import { withoutApostrophe } from './write-csv.ts';

/**
 * Reads a cell that we wrote ourselves: every value comes back exactly as it was.
 *
 * @returns whether it is one; a spreadsheet that the table went through may have written dates and numbers in its own way
 */
export function readOwnCell(draft: RowDraft, name: string, field: Field | undefined, cell: string): boolean {
  const value = field && fieldValue(field, withoutApostrophe(cell));
  if (value !== undefined) draft.put(name, value, name);
  return value !== undefined;
}

function fieldValue({ control }: Field, text: string): unknown {
  switch (control) {
    case 'number':
      return /^-?\d+$/.test(text) ? Number(text) : undefined;
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'tags':
      return text.split(',').map((tag) => tag.trim());
    case 'date':
    case 'date_time':
      return isDateTime(text) ? text : undefined;
    case 'entries':
      return rowsIn(text);
    default:
      return text;
  }
}

function rowsIn(text: string): readonly unknown[] | undefined {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) ? rows : undefined;
  } catch {
    return undefined;
  }
}
