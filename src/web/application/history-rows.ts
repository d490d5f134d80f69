import * as v from 'valibot';
import { application } from '../../domain/application.ts';
import { apply } from '../../domain/changes.ts';
import { type CalendarDate, isCalendarDate } from '../../domain/dates.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import type { Draft } from '../form/drafts.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';

/** The same rows with one of them changed; only one that closes has an outcome. */
export function withChange(rows: readonly StageRow[], place: number, change: Partial<StageRow>): readonly StageRow[] {
  return rows.map((row, index) => {
    if (index !== place) return row;
    const changed = { ...row, ...change };
    return changed.stage === 'closed' ? changed : { ...changed, outcome: null };
  });
}

/** What the domain has against a history, in words; null where it would take it. */
export function objectionTo(record: AnyRecord, rows: readonly StageRow[], today: CalendarDate): string | null {
  const undated = rows.findIndex(({ on }) => !isCalendarDate(on));
  if (undated >= 0) return say.stages.noDate(undated + 1);
  const operation = { op: 'edit', record: { stage_history: rows }, on: today } as const;
  const outcome = apply(application, record, operation, { id: refOf(record).id, now: record.updated_at });
  if (!('problem' in outcome)) return null;
  return outcome.problem.errors?.map((error) => say.schema.error(error)).join(' ') ?? outcome.problem.detail;
}

const draftedSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.object({ stage: v.string(), outcome: v.nullable(v.string()), on: v.string() })),
);

/** The entries that a draft keeps; undefined where it keeps none. */
export function draftedRows(draft: Draft | undefined): readonly StageRow[] | undefined {
  const read = v.safeParse(draftedSchema, draft?.texts.stage_history);
  return read.success ? read.output : undefined;
}
