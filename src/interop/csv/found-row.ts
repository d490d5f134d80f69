import { type CalendarDate, isDateTime } from '../../domain/dates.ts';
import type { Field } from '../../domain/field.ts';
import { uuid } from '../../domain/id.ts';
import { nounOf } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { fold, words } from '../../domain/search.ts';
import type { Found, FoundType, Item, Own, PersonNamed, Remark, Where } from '../import/found.ts';
import type { Column } from './columns.ts';
import type { DateDecision } from './date-orders.ts';
import { headerName, type Layout } from './layouts.ts';
import type { CsvRow } from './parse-csv.ts';
import { readCell } from './read-cell.ts';
import { readOwnCell } from './read-own-cell.ts';
import { RowDraft } from './row-draft.ts';

/** How the rows of a table are read, which is told before the first of them is. */
export interface RowReading {
  readonly file: string;
  readonly type: FoundType;
  readonly columns: readonly PlacedColumn[];
  /** By the place of the column. */
  readonly dates: readonly DateDecision[];
  readonly layout: Layout | undefined;
  readonly today: CalendarDate;
}

/** A column with the noun and the field that its name stands for: told once, not for each row. */
export interface PlacedColumn extends Column {
  readonly isOfJob: boolean;
  readonly fieldName: string;
  readonly schema: Field | undefined;
  /** What stands in it where nobody filled it in. */
  readonly blank: string | undefined;
}

/** @returns the column as rows are read by it */
export function placed(column: Column, layout?: Layout): PlacedColumn {
  const [type = '', fieldName = ''] = column.field?.split('.') ?? [];
  const blank = layout?.blanks?.[headerName(column.name)];
  return { ...column, isOfJob: type === 'applications', fieldName, schema: fieldOf(type, fieldName), blank };
}

const EXCERPT = 200;
const NO_DATE: DateDecision = { order: 'day_first', isGuessed: false };
const PERSON: readonly string[] = ['name', 'email', 'phone', 'linkedin_url'];
const ROLES: readonly string[] = ['recruiter', 'hiring manager', 'interviewer', 'referrer'];

/** What a row holds; undefined where all of its cells are empty. */
export function itemOf(row: CsvRow, reading: RowReading): Item | undefined {
  const where: Where = { file: reading.file, line: row.line };
  if ('unclosed' in row) return { bad: { where, why: UNCLOSED, excerpt: row.unclosed.slice(0, EXCERPT) } };
  if (row.cells.every((cell) => cell.trim() === '')) return undefined;
  const { people, job, remarks } = draftsOf(row.cells, reading);
  const found = foundOf({ people, job, remarks, where }, reading);
  const own = reading.layout?.id === 'touchbase' ? ownRow(row.cells, reading) : null;
  return found
    ? { found: own ? { ...found, own } : found }
    : { bad: { where, why: NOTHING, excerpt: row.cells.join(' | ').slice(0, EXCERPT) } };
}

const UNCLOSED =
  'A quotation mark in this line is never closed. Close it, or take it away, and bring the file again: only this line is missing.';
const NOTHING = 'No column that is filled in here belongs to a field. Say which column is which.';

/** The record that a row of our own table was written from. */
function ownRow(cells: readonly string[], { type, columns }: RowReading): Own | null {
  const said = (wanted: string) => cells[columns.findIndex(({ name }) => name === wanted)]?.trim();
  const id = uuid(said(nounOf(NOUNS, type).idField));
  const at = said('updated_at') ?? '';
  return id ? { type, id, at: isDateTime(at) && at.includes('T') ? at : null } : null;
}

interface Drafts {
  /** The person of the row, or whatever else the table is of, but applications. */
  readonly people: RowDraft;
  readonly job: RowDraft;
  readonly remarks: Remark[];
}

function draftsOf(cells: readonly string[], reading: RowReading): Drafts {
  const remarks: Remark[] = [];
  const drafts = { people: new RowDraft(remarks), job: new RowDraft(remarks), remarks };
  for (const [at, cell] of cells.entries()) {
    const column = reading.columns[at] ?? unnamed(at);
    const text = cell.trim();
    if (text === '' || text === column.blank || column.field === null) continue;
    const label = labelOf(column, cells);
    const { fieldName, schema } = column;
    const draft = column.isOfJob ? drafts.job : drafts.people;
    const { dates, today, layout } = reading;
    const isRead = layout?.id === 'touchbase' && readOwnCell(draft, fieldName, schema, cell);
    if (column.field === undefined) draft.remark(label, text);
    else if (!isRead) readCell(draft, fieldName, schema, { text, label, dates: dates[at] ?? NO_DATE, today });
    if (fieldName === 'name' && ROLES.includes(label.toLowerCase())) drafts.people.fields.role = label;
  }
  return drafts;
}

/** The column of a cell that stands beyond the header. */
function unnamed(at: number): PlacedColumn {
  return placed({ name: `Column ${at + 1}`, field: undefined, others: [] });
}

function fieldOf(type: string, name: string): Field | undefined {
  return NOUNS.find((noun) => noun.type === type)?.fields[name];
}

/** `E-mail (Work)` for a value whose kind another column says. */
function labelOf({ name, labelledBy }: Column, cells: readonly string[]): string {
  const label = labelledBy === undefined ? '' : (cells[labelledBy] ?? '').replace(/^\* /, '').trim();
  if (labelledBy === undefined) return name;
  const bare = name.replace(/ \d+ - Value$/, '');
  return label ? `${bare} (${label})` : bare;
}

function foundOf({ people, job, remarks, where }: Drafts & { where: Where }, { type }: RowReading): Found | undefined {
  if (type !== 'applications') joinName(people);
  const rest = (fields: Record<string, unknown>, as: FoundType): Found => {
    const others = remarks.filter(({ value }) => !Object.values(fields).includes(value));
    return { type: as, where, fields, ...(others.length > 0 && { remarks: others }) };
  };
  if (type === 'applications' && !job.isEmpty) {
    const person = personOf(people, job);
    return { ...rest(job.fields, type), ...(person && { people: [person] }) };
  }
  if (people.isEmpty) return undefined;
  if (type === 'applications') joinName(people);
  people.take('role');
  if (type === 'contacts' || type === 'applications') nameByOthers(people);
  return rest(people.fields, type === 'applications' ? 'contacts' : type);
}

/** The person named in a row of an application: what a person is known by, the rest as remarks. */
function personOf(people: RowDraft, job: RowDraft): (PersonNamed & { role?: string }) | undefined {
  joinName(people);
  const role = people.take('role');
  if (people.isEmpty) return undefined;
  const known = PERSON.filter((name) => Object.hasOwn(people.fields, name));
  const company =
    job.fields.via === undefined && typeof job.fields.company === 'string' ? job.fields.company : undefined;
  for (const [name, value] of Object.entries(people.fields)) {
    if (!PERSON.includes(name)) job.remark(fieldOf('contacts', name)?.label ?? name, String(value));
  }
  if (known.length === 0) return undefined;
  const values = Object.fromEntries(known.map((name) => [name, String(people.fields[name])]));
  return { ...values, ...(company && { company }), ...(role && { role }) };
}

/** A name in parts becomes one; beside a whole name the parts say nothing new, unless it is the family's alone. */
function joinName(draft: RowDraft): void {
  const [first, middle, last] = ['first_name', 'middle_name', 'last_name'].map((part) => draft.take(part));
  const parts = [first, middle, last].flatMap((part) => part || []);
  const { name } = draft.fields;
  if (parts.length === 0) return;
  if (typeof name !== 'string') draft.fields.name = parts.join(' ');
  else if (!last && !contains(name, parts)) draft.fields.name = [...parts, name].join(' ');
  else if (!contains(name, parts)) draft.remark('Name', parts.join(' '));
}

function contains(name: string, parts: readonly string[]): boolean {
  const all = words(name);
  return parts.every((part) => fold(name).includes(fold(part)) && words(part).every((word) => all.includes(word)));
}

/** Address books are full of addresses and companies without a name: they go by what they have. */
function nameByOthers({ fields }: RowDraft): void {
  const name = fields.name ?? fields.email ?? fields.company;
  if (name !== undefined) fields.name = name;
}
