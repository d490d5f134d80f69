import { useEffect, useMemo, useRef } from 'preact/hooks';
import { COLUMN_FIELDS } from '../../interop/csv/columns.ts';
import { GENERIC } from '../../interop/csv/layouts.ts';
import type { Table, TableColumn } from '../../interop/csv/read-table.ts';
import { say } from '../words/say-plan.ts';
import type { ImportSession } from './import-session.ts';
import { mappingWith } from './mapping-with.ts';
import { labelOf } from './value-words.ts';

interface ColumnsOfProps {
  readonly table: Table;
  readonly session: ImportSession;
}

/** So much of a cell is shown as an example. */
const SHOWN = 60;

/** Which column of a table becomes which field, with examples; what is corrected is read anew at once. */
export function ColumnsOf({ table, session }: ColumnsOfProps) {
  const { columns, sample } = table;
  const taken = columns.filter(({ field }) => field).length;
  const isUnknown = table.format.id === GENERIC.id && taken < columns.length / 2;
  const isDoubtful = isUnknown || columns.some(({ isOrderGuessed }) => isOrderGuessed);
  // Whoever corrects one column goes on with the next, though all of it was read anew meanwhile.
  const isBack = useMemo(() => corrected?.headerKey === table.headerKey, [table.headerKey]);
  return (
    <details class="columns-of" open={isDoubtful || isBack}>
      <summary>{say.columns.title(columns.length, taken)}</summary>
      <p>{say.columns.text}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.columns.column}</th>
            <th scope="col">{say.columns.sample}</th>
            <th scope="col">{say.columns.field}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <tr key={column.name}>
              <th scope="row" dir="auto">
                {column.name}
              </th>
              <td dir="auto">{sampleOf(sample, at)}</td>
              <td>
                <FieldOf column={column} at={at} table={table} session={session} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface FieldOfProps extends ColumnsOfProps {
  readonly column: TableColumn;
  readonly at: number;
}

const KEPT = '';
const LEFT_OUT = 'nothing';

/** The column that was corrected last, until it has the focus again. */
let corrected: { readonly headerKey: string; readonly name: string } | null = null;

function FieldOf({ column, at, table, session }: FieldOfProps) {
  const { name, field, dateOrder, isOrderGuessed } = column;
  const { headerKey } = table;
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (corrected?.headerKey !== headerKey || corrected.name !== name) return;
    corrected = null;
    select.current?.focus();
  }, [headerKey, name]);
  const map = (to: string | null) => {
    corrected = { headerKey, name };
    void session.map(headerKey, mappingWith(table, at, to), at);
  };
  return (
    <>
      <select
        ref={select}
        aria-label={say.columns.fieldOf(name)}
        value={field === null ? LEFT_OUT : (field ?? KEPT)}
        onChange={({ currentTarget: { value } }) => map(value === LEFT_OUT ? null : value)}
      >
        <option value={KEPT}>{say.columns.notes}</option>
        <option value={LEFT_OUT}>{say.columns.nothing}</option>
        {(['contacts', 'applications'] as const).map((type) => (
          <optgroup key={type} label={say.columns.groups[type]}>
            {COLUMN_FIELDS.filter((one) => one.startsWith(`${type}.`)).map((one) => (
              <option key={one} value={one}>
                {say.columns.parts[one] ?? labelOf(type, one.slice(type.length + 1))}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {dateOrder && isOrderGuessed && (
        <>
          <select
            class="order"
            aria-label={say.columns.order(name)}
            value={dateOrder}
            onChange={({ currentTarget }) => map(`${field}@${currentTarget.value}`)}
          >
            {(['day_first', 'month_first'] as const).map((order) => (
              <option key={order} value={order}>
                {say.columns.orders[order]}
              </option>
            ))}
          </select>
          <span class="hint">{say.columns.guessed}</span>
        </>
      )}
    </>
  );
}

function sampleOf(sample: Table['sample'], at: number): string {
  const cell = sample.map((row) => row[at]?.trim() ?? '').find((text) => text !== '') ?? '';
  return cell.length > SHOWN ? `${cell.slice(0, SHOWN).toWellFormed()}…` : cell;
}
