import type { Field } from '../../../domain/field.ts';
import type { AnyRecord, Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { type ColumnField, columnFields } from '../../columns.ts';

export interface Column {
  readonly name: string;
  readonly field: Field;
  /** Pixels. */
  readonly width: number;
}

/** Pixels, as in table.css. */
export const CHECK_COLUMN = 40;
export const DELETE_COLUMN = 44;

/** Pixels of an `x` of 13 px text in the widest of the usual system fonts, and of what surrounds a text in a cell. */
const CHARACTER = 7.9;
const BOLD_CHARACTER = 8.9;
const PADDING = 28;
const NARROWEST = 84;
const WIDEST = 260;

/** To this share of what they need columns give way. */
const NARROWED = 0.7;

/** How wide these are beside an `x`. */
const WEIGHTS = new Map([
  ...weighed("fijlrt .,:;!'’-()|", 0.6),
  ...weighed('ABCDEFGHKLNOPQRSTUVXYZ', 1.15),
  ...weighed('mwMW@%', 1.6),
]);

/** What the words of these controls take, whatever the value: “Overdue 12 days”, “12 Mar 2026, 14:30”. */
const FIXED: Partial<Record<Field['control'], number>> = { date: 174, date_time: 172 };

/** So many of a hundred values fit without being cut. */
const FITTING = 0.95;

/** So many records tell how wide a column must be. */
const SAMPLE = 1000;

/** The columns of a table of so many records, as wide as what is in them needs. */
export function neededColumns(
  noun: Noun,
  records: IteratorObject<AnyRecord>,
  size: number,
  fields: readonly ColumnField[] = columnFields(noun.fields),
): readonly Column[] {
  const every = Math.ceil(size / SAMPLE);
  return columnsOf(
    noun,
    records.filter((_, index) => index % every === 0),
    fields,
  );
}

/**
 * What remains of the `available` pixels is shared among columns. Where it is too little the table is wider than its box,
 * and those up to the vital column give way, as far as texts stay readable, so that it is seen without scrolling.
 */
export function spread(columns: readonly Column[], available: number, vital: string | undefined): readonly Column[] {
  const spare = spareOf(columns, available);
  if (spare >= 0) return share(columns, spare);
  const end = columns.findIndex(({ name }) => name === vital) + 1;
  const [first, others] = [columns.slice(0, end), columns.slice(end)];
  return [...share(first, Math.min(0, spareOf(first, available))), ...others];
}

function spareOf(columns: readonly Column[], available: number): number {
  return available - columns.reduce((sum, { width }) => sum + width, 0);
}

function columnsOf(noun: Noun, records: Iterable<AnyRecord>, fields: readonly ColumnField[]): readonly Column[] {
  const lengths = lengthsOf(fields, records);
  return fields.map(([name, field], index) => {
    const character = name === noun.titleField ? BOLD_CHARACTER : CHARACTER;
    return { name, field, width: widthOf(field, lengths[index] ?? [], character) };
  });
}

/** How many values there are of each length, by field: an array whose index is the length in characters. */
function lengthsOf(fields: readonly ColumnField[], records: Iterable<AnyRecord>): number[][] {
  const counts = fields.map(() => new Array<number>(WIDEST).fill(0));
  for (const record of records) {
    for (const [index, [name, field]] of fields.entries()) {
      const length = Math.min(lengthOf(shownText(field, record[name])), WIDEST - 1);
      const count = counts[index];
      if (count && length > 0) count[length] = (count[length] ?? 0) + 1;
    }
  }
  return counts;
}

/** A tag takes some three characters more than its text. */
function shownText(field: Field, value: unknown): string {
  if (Array.isArray(value)) return value.map((tag) => `${tag}   `).join('');
  const text = toText(value).slice(0, WIDEST);
  return field.choices?.[text] ?? text;
}

/** In characters as wide as an `x`; those of scripts such as Han are as wide as two. */
function lengthOf(text: string): number {
  let length = 0;
  for (const character of text.slice(0, WIDEST)) {
    const isWide = character > '\u2e7f' && character < '\uff61';
    length += isWide ? 2 : (WEIGHTS.get(character) ?? 1);
  }
  return Math.ceil(length);
}

function weighed(characters: string, weight: number): [string, number][] {
  return [...characters].map((character) => [character, weight]);
}

function widthOf(field: Field, counts: readonly number[], character: number): number {
  const fixed = FIXED[field.control];
  if (fixed) return fixed;
  const heading = field.label.length + 2;
  const needed = Math.max(heading, fittingLength(counts)) * character + PADDING;
  return Math.round(Math.min(Math.max(needed, NARROWEST), WIDEST));
}

function fittingLength(counts: readonly number[]): number {
  const enough = counts.reduce((sum, count) => sum + count, 0) * FITTING;
  let fitting = 0;
  return counts.findIndex((count) => {
    fitting += count;
    return fitting >= enough;
  });
}

/** Columns of a fixed width stay; the others grow or shrink in proportion. */
function share(columns: readonly Column[], spare: number): readonly Column[] {
  const isElastic = ({ field }: Column) => FIXED[field.control] === undefined;
  const elastic = columns.filter(isElastic).reduce((sum, { width }) => sum + width, 0);
  const factor = 1 + spare / elastic;
  if (factor < NARROWED) return columns;
  const fitted = ({ width }: Column) => Math.floor(width * factor);
  return columns.map((column) => (isElastic(column) ? { ...column, width: fitted(column) } : column));
}
