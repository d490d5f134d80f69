import type { Side } from '../../interop/import/choices.ts';
import type { Difference, Row } from '../../interop/import/plan.ts';
import { say } from '../words/say-plan.ts';
import type { ImportSession } from './import-session.ts';
import type { PlanRecords } from './plan-records.ts';
import { labelOf, valueWords } from './value-words.ts';

interface DifferencesProps {
  readonly row: Row;
  readonly records: PlanRecords;
  readonly session: ImportSession;
}

/** Field by field, what stands and what the file says; where both say something, one of them is chosen. */
export function Differences({ row, records, session }: DifferencesProps) {
  return (
    <table class="differences">
      <thead>
        <tr>
          <th scope="col">{say.plan.field}</th>
          <th scope="col">{say.plan.stands}</th>
          <th scope="col">{say.plan.comes}</th>
        </tr>
      </thead>
      <tbody>
        {row.differences.map((difference) => (
          <DifferenceRow key={difference.field} row={row} records={records} difference={difference} session={session} />
        ))}
      </tbody>
    </table>
  );
}

function DifferenceRow({ row, records, difference, session }: DifferencesProps & { readonly difference: Difference }) {
  const { field, mine, theirs, chosen, differs, together } = difference;
  const choose = (side: Side) =>
    session.choose(row.key, { fields: Object.fromEntries(together.map((name) => [name, side])) });
  const wordsOf = (value: unknown) => valueWords(row.type, field, value, records.nameOf);
  const cell = (side: Side, value: unknown) => (
    <td dir={differs ? undefined : 'auto'} class={side === chosen ? 'chosen' : undefined}>
      {differs ? (
        <label>
          <input
            type="radio"
            name={`${row.key} ${field}`}
            checked={side === chosen}
            aria-label={`${labelOf(row.type, field)}: ${side === 'mine' ? say.plan.stands : say.plan.comes}`}
            onChange={() => choose(side)}
          />
          <span dir="auto">{wordsOf(value)}</span>
        </label>
      ) : (
        wordsOf(value) || <span class="empty">{say.plan.empty_value}</span>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row">{labelOf(row.type, field)}</th>
      {cell('mine', mine)}
      {cell('theirs', theirs)}
    </tr>
  );
}
