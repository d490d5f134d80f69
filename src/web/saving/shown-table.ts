import { application } from '../../domain/application.ts';
import { daysBetween } from '../../domain/dates.ts';
import type { Field } from '../../domain/field.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { type NamedStage, stageOf } from '../../domain/stage-names.ts';
import { sinceOf } from '../../domain/staleness.ts';
import { toText } from '../../domain/typed-text.ts';
import { BYTE_ORDER_MARK } from '../../interop/archive/tables.ts';
import { type Cell, writeCsv } from '../../interop/csv/write-csv.ts';
import type { ColumnField } from '../columns.ts';
import { IN_STAGE } from '../pipeline/asked.ts';
import { JOB_COLUMNS, labelOf } from '../pipeline/table/table-columns.ts';
import { say } from '../words/say.ts';

/** A column of a table that is shown: its label, and what it has of a record. */
export interface ShownColumn {
  readonly label: string;
  readonly cellOf: (record: AnyRecord) => Cell;
}

/** A table as it is shown, as CSV for a spreadsheet: the labels first; days and times as ISO 8601 writes them. */
export function shownCsv(columns: readonly ShownColumn[], records: readonly AnyRecord[]): string {
  const rows = records.map((record) => columns.map(({ cellOf }) => cellOf(record)));
  return BYTE_ORDER_MARK + writeCsv([columns.map(({ label }) => label), ...rows]);
}

/** The columns of a list of records. */
export function columnsOfList(fields: readonly ColumnField[]): readonly ShownColumn[] {
  return fields.map(([name, field]) => ({
    label: say.schema.label(name, field),
    cellOf: (record) => cellText(name, field, record[name]),
  }));
}

/** The columns of the table of applications. Of a closed one nothing is shown that would come next. */
export function columnsOfJobs(stages: readonly NamedStage[], today: string): readonly ShownColumn[] {
  const fields = new Map<string, Field>(Object.entries(application.fields));
  const nameOf = (record: AnyRecord) => stages.find(({ stage }) => stage === stageOf(record))?.name ?? stageOf(record);
  const cellOf = (name: string, record: AnyRecord): Cell => {
    if (name === 'stage') return nameOf(record);
    if (name === IN_STAGE) return daysBetween(sinceOf(record), today);
    if (stageOf(record) === 'closed' && AHEAD.has(name)) return null;
    const field = fields.get(name);
    return field ? cellText(name, field, record[name]) : null;
  };
  return JOB_COLUMNS.map(({ name }) => ({ label: labelOf(name), cellOf: (record) => cellOf(name, record) }));
}

const AHEAD = new Set(['next_action', 'next_action_on', 'deadline']);

function cellText(name: string, field: Field, value: unknown): Cell {
  if (typeof value === 'number') return value;
  const text = toText(value);
  return text === '' ? null : say.schema.choice(name, text, field);
}
