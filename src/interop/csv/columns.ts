import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { isTyped } from '../../domain/field.ts';
import type { Mapping } from '../import/format.ts';
import type { FoundType } from '../import/found.ts';
import { bareColumnKey, columnKey } from './column-key.ts';
import { MEANINGS } from './column-names.ts';
import { headerName, type Layout } from './layouts.ts';
import type { Meaning } from './meaning.ts';
import type { DateOrder } from './read-date.ts';

/**
 * A column of a table. Its field is written with its noun: `contacts.email`, `applications.applied_on`. In a table of
 * applications those of contacts are of the person whom the row names.
 */
export interface Column {
  /** As the file calls it; a number is added where several are called the same. */
  readonly name: string;
  /** null: left out; undefined: kept as a remark. */
  readonly field: string | null | undefined;
  /** What else its name could mean. */
  readonly others: readonly string[];
  /** The place of the column that says of which kind its values are: Google's `E-mail 1 - Label`. */
  readonly labelledBy?: number;
  /** The order of its dates, where the person said so. */
  readonly order?: DateOrder;
}

/** A name that is split into several columns, and a salary in words: what no field of a noun is, but a column can be. */
const PARTS = ['contacts.first_name', 'contacts.middle_name', 'contacts.last_name', 'applications.salary'];

/** Every field that a column can be, as `Column.field` writes it: what a person chooses from. */
export const COLUMN_FIELDS: readonly string[] = [
  ...[contact, application].flatMap(({ type, fields }) =>
    Object.entries(fields).flatMap(([name, { control }]) => (control === 'entries' ? [] : [`${type}.${name}`])),
  ),
  ...PARTS,
];

const BY_KEY = new Map<string, Meaning>([
  ...ownNames(),
  ...MEANINGS.flatMap((meaning) => meaning.names.split(', ').map((name) => [columnKey(name), meaning] as const)),
]);

/** What a column of this name is about; undefined where nobody knows. */
export function meaningOf(name: string): Meaning | undefined {
  return BY_KEY.get(columnKey(name)) ?? BY_KEY.get(bareColumnKey(name));
}

/** Of which noun the rows of a table are, by what its columns say together. */
export function typeOf(header: readonly string[]): 'contacts' | 'applications' {
  const meanings = [...new Set(header.map(meaningOf))].filter((one) => one !== undefined);
  const isNamed = meanings.some(({ applications }) => applications === 'position' || applications === 'company');
  const tells = meanings.reduce((sum, meaning) => sum + meaning.tells, 0);
  return isNamed && tells > 0 ? 'applications' : 'contacts';
}

/**
 * The columns of a header, by what the person said, else by the program that writes such a header, else by their names.
 *
 * @param said by the place of the column; a field without a noun is of the table's
 */
export function columnsOf(
  header: readonly string[],
  { type, layout, said }: { type: FoundType; layout: Layout | undefined; said: Mapping | undefined },
): readonly Column[] {
  return header.map((text, at) => {
    const name = labelOf(header, text, at);
    const guess = guessOf(header, at, type, layout);
    const corrected = said?.[at];
    if (corrected === undefined) return { name, ...guess };
    const [field = '', order] = corrected?.split('@') ?? [];
    const known = orderNamed(order);
    return {
      name,
      field: corrected === null ? null : corrected === '' ? undefined : withNoun(field, type),
      others: guess.others,
      ...(known && { order: known }),
    };
  });
}

/**
 * The columns of which nobody knows the name, by what is in them: e-mail addresses, profiles on LinkedIn. A column that is
 * known already has that field.
 *
 * @param rows some of the table's, cells as they stand
 */
export function withContents(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly Column[] {
  const known = new Set(columns.map(({ field }) => field));
  return columns.map((column, at) => {
    if (column.field !== undefined || column.others.length > 0) return column;
    const field = fieldByContent(rows.map((cells) => cells[at]?.trim() ?? '').filter((cell) => cell !== ''));
    if (field === undefined || known.has(field)) return column;
    known.add(field);
    return { ...column, field };
  });
}

function fieldByContent(cells: readonly string[]): string | undefined {
  const mostly = (pattern: RegExp) => cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length;
  if (mostly(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)) return 'contacts.email';
  return mostly(/^(?:https?:\/\/)?(?:[\w-]+\.)?linkedin\.com\/in\//i) ? 'contacts.linkedin_url' : undefined;
}

/** Of which noun rows with these columns are: applications where one of them is a field of theirs. */
export function typeOfColumns(columns: readonly Column[], type: FoundType): FoundType {
  if (type !== 'contacts' && type !== 'applications') return type;
  return columns.some(({ field }) => field?.startsWith('applications.')) ? 'applications' : 'contacts';
}

function guessOf(
  header: readonly string[],
  at: number,
  type: FoundType,
  layout: Layout | undefined,
): Pick<Column, 'field' | 'others' | 'labelledBy'> {
  const name = header[at] ?? '';
  const labelledBy = header.findIndex((other) => isLabelOf(other, name));
  if (labelledBy >= 0) return { ...guessByName(name, type, layout), labelledBy };
  return header.some((other) => isLabelOf(name, other)) ? { field: null, others: [] } : guessByName(name, type, layout);
}

function isLabelOf(label: string, name: string): boolean {
  const [, start] = /^(.+ \d+ - )Value$/.exec(name) ?? [];
  return start !== undefined && (label === `${start}Label` || label === `${start}Type`);
}

function guessByName(name: string, type: FoundType, layout: Layout | undefined): Pick<Column, 'field' | 'others'> {
  const meaning = meaningOf(name);
  const all = [
    meaning?.applications && `applications.${meaning.applications}`,
    meaning?.contacts && `contacts.${meaning.contacts}`,
  ];
  const fields = all.filter((field) => field !== undefined);
  const key = headerName(name);
  if (COUNTED.has(key)) return { field: null, others: [] };
  if (layout?.columns && Object.hasOwn(layout.columns, key)) return { field: layout.columns[key], others: fields };
  const field = type === 'applications' ? fields[0] : fields.find((one) => one.startsWith('contacts.'));
  return { field, others: fields.filter((one) => one !== field) };
}

/** What our own tables show that is no field: it is counted anew each day. */
const COUNTED: ReadonlySet<string> = new Set(['days in stage']);

/** The fields by their names and, as a table that is shown has them, by their labels. */
function ownNames(): readonly (readonly [string, Meaning])[] {
  return [contact, application].flatMap(({ type, fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      (isTyped(field) ? [field.label, name] : [name]).map(
        (called) => [columnKey(called), { [type]: name, tells: 0, names: called }] as const,
      ),
    ),
  );
}

function labelOf(header: readonly string[], text: string, at: number): string {
  const name = text.trim() || `Column ${at + 1}`;
  const before = header.slice(0, at).filter((other) => other.trim() === text.trim()).length;
  return before > 0 && text.trim() ? `${name} (${before + 1})` : name;
}

function withNoun(field: string, type: FoundType): string {
  return field.includes('.') ? field : `${type}.${field}`;
}

function orderNamed(order: string | undefined): DateOrder | undefined {
  return (['day_first', 'month_first', 'year_first', 'serial'] as const).find((one) => one === order);
}
