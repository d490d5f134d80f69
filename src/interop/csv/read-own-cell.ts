import type { Field } from '../../domain/field.ts';
import { withoutApostrophe } from '../csv.ts';
import type { RowDraft } from './row-draft.ts';

/** Reads a cell that we wrote ourselves: every value comes back exactly as it was. */
export function readOwnCell(draft: RowDraft, name: string, field: Field | undefined, cell: string): void {
  const text = withoutApostrophe(cell);
  const value = field && fieldValue(field, text);
  if (value === undefined) draft.remark(field?.label ?? name, text);
  else draft.put(name, value, name);
}

function fieldValue({ control }: Field, text: string): unknown {
  switch (control) {
    case 'number':
      return /^-?\d+$/.test(text) ? Number(text) : undefined;
    case 'flag':
      return text === 'true' || text === 'false' ? text === 'true' : undefined;
    case 'tags':
      return text.split(',').map((tag) => tag.trim());
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
