import type { CalendarDate } from './dates.ts';
import type { FieldError } from './errors.ts';
import { type Dated, misplacedRow, rowsOf, withRow } from './history.ts';
import { isEqual, type JsonObject } from './json.ts';
import type { Parsed } from './noun.ts';

/** A stage that an application was in, and since when; only the closed one has an outcome. */
export interface StageRow extends Dated {
  readonly stage: string;
  readonly outcome: string | null;
}

/**
 * Makes an application's stage, outcome, history and date of applying agree, whichever of them a change names. The last
 * row of the history is the stage that it is in, and only a closed application has an outcome.
 *
 * - A new stage adds a row of the day `on`; leaving `closed` empties the outcome, and an outcome closes.
 * - A history that is sent whole decides stage and outcome.
 * - `applied_on` is the day of the first row that says `applied`, and changing either changes the other.
 */
export function settleStage(before: JsonObject | undefined, sent: JsonObject, on: CalendarDate): Parsed {
  const names = Object.keys(sent).filter((name) => !isEqual(sent[name], before?.[name]));
  const isNews = (name: string) => names.includes(name);
  const history = rowsOf<StageRow>(sent, 'stage_history');
  const isRewritten = isNews('stage_history') && history.length > 0;
  const moved = isRewritten ? rewritten(sent, history, isNews) : movedOn(before, sent, on, isNews);
  if ('errors' in moved) return moved;
  return { values: { ...sent, ...moved.values, ...appliedOn(before, sent, moved.rows, isNews('applied_on')) } };
}

type Moved =
  | { readonly errors: readonly FieldError[] }
  | { readonly values: JsonObject; readonly rows: readonly StageRow[] };

/** By its stage and its outcome. */
function movedOn(
  before: JsonObject | undefined,
  sent: JsonObject,
  on: CalendarDate,
  isNews: (name: string) => boolean,
): Moved {
  const was = { stage: textOf(before, 'stage') ?? 'saved', outcome: textOf(before, 'outcome') };
  const isOutcomeNews = isNews('outcome') && textOf(sent, 'outcome') !== null;
  const isStageNews = isNews('stage') && textOf(sent, 'stage') !== null;
  const stage = isStageNews ? (textOf(sent, 'stage') ?? was.stage) : isOutcomeNews ? 'closed' : was.stage;
  const outcome = isNews('outcome') ? textOf(sent, 'outcome') : stage === 'closed' ? was.outcome : null;
  const error = contradiction(stage, outcome);
  if (error) return { errors: [error] };
  const rows = rowsOf<StageRow>(before, 'stage_history');
  const last = rows.at(-1);
  const isSame = last?.stage === stage && last.outcome === outcome;
  return valuesOf(isSame ? rows : withRow(rows, { stage, outcome, on: appliedOnOf(sent, stage) ?? on }));
}

/** By its history. */
function rewritten(sent: JsonObject, rows: readonly StageRow[], isNews: (name: string) => boolean): Moved {
  const at = (index: number, detail: string) => wrong('stage_history', `Entry ${index + 1}: ${detail}`);
  const bad = rows.findIndex(({ stage, outcome }) => contradiction(stage, outcome) !== null);
  if (bad >= 0) return { errors: [at(bad, contradiction(rows[bad]?.stage, rows[bad]?.outcome ?? null)?.detail ?? '')] };
  const misplaced = misplacedRow(rows);
  if (misplaced >= 0) return { errors: [at(misplaced, 'It is dated before the entry above it. Put them in order.')] };
  const last = rows.at(-1);
  const errors = (['stage', 'outcome'] as const)
    .filter((name) => isNews(name) && ![null, last?.[name] ?? null].includes(textOf(sent, name)))
    .map((name) => wrong(name, 'It is not that of the last entry of stage_history. Send one of the two.'));
  return errors.length > 0 ? { errors } : valuesOf(rows);
}

function valuesOf(rows: readonly StageRow[]): Moved {
  const { stage = null, outcome = null } = rows.at(-1) ?? {};
  return { values: { stage, outcome, stage_history: rows }, rows };
}

/** The day of applying and the row that says so are one fact. */
function appliedOn(
  before: JsonObject | undefined,
  sent: JsonObject,
  rows: readonly StageRow[],
  isNews: boolean,
): JsonObject {
  const place = rows.findIndex(({ stage }) => stage === 'applied');
  const told = isNews ? textOf(sent, 'applied_on') : null;
  if (place < 0) return isNews ? {} : { applied_on: textOf(before, 'applied_on') };
  if (told === null) return { applied_on: rows[place]?.on ?? null };
  return { applied_on: told, stage_history: redated(rows, place, told) };
}

/** With one row on another day: those before it were no later, those after it no earlier. */
function redated(rows: readonly StageRow[], place: number, on: CalendarDate): readonly StageRow[] {
  return rows.map((row, index) => {
    const isOut = index < place ? row.on > on : row.on < on;
    return index === place || isOut ? { ...row, on } : row;
  });
}

function appliedOnOf(sent: JsonObject, stage: string): CalendarDate | null {
  return stage === 'applied' ? textOf(sent, 'applied_on') : null;
}

function contradiction(stage: string | undefined, outcome: string | null): FieldError | null {
  if (stage === 'closed' && outcome === null) {
    return { field: 'outcome', code: 'required', detail: 'Say how it ended: a closed application has an outcome.' };
  }
  if (stage === 'closed' || outcome === null) return null;
  return wrong('outcome', 'Only a closed application has an outcome. Close it, or leave the outcome empty.');
}

function wrong(field: string, detail: string): FieldError {
  return { field, code: 'contradiction', detail };
}

function textOf(values: JsonObject | undefined, name: string): string | null {
  const value = values?.[name];
  return typeof value === 'string' ? value : null;
}
