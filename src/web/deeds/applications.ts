import { application } from '../../domain/application.ts';
import type { CalendarDate } from '../../domain/dates.ts';
import { rowsOf, withRow } from '../../domain/history.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import type { Outcome, Stage } from '../../domain/stages.ts';
import { toText } from '../../domain/typed-text.ts';
import { say } from '../words/say.ts';
import type { Deeds } from './deeds.ts';
import { creation, edition, removal } from './edits.ts';
import type { Deed } from './history.ts';

/** Adds an application, under an id that was chosen for it where there is one. */
export function addApplication(deeds: Deeds, values: JsonObject, id?: string): { id: string; deed: Deed | null } {
  const made = creation(application.type, values, id);
  return { id: made.ref.id, deed: deeds.do(say.contacts.added(toText(values.position)), [made]) };
}

export function editApplication(deeds: Deeds, record: AnyRecord, values: JsonObject): Deed | null {
  return deeds.do(say.contacts.saved(titleOf(record)), [edition(refOf(record), values)], { isBrief: true });
}

/** Where an application moves to; a closed one says how it ended. */
export type Move =
  | { readonly stage: Exclude<Stage, 'closed'> }
  | { readonly stage: 'closed'; readonly outcome: Outcome; readonly outcome_reason?: string };

/**
 * Moves an application to another stage.
 *
 * @param name of the stage, as this person calls it
 * @param on the day when it happened, where that was not today
 */
export function moveStage(deeds: Deeds, record: AnyRecord, move: Move, name: string, on?: CalendarDate): Deed | null {
  return deeds.do(say.applications.moved(titleOf(record), name), [edition(refOf(record), move, on)]);
}

/** Says that an application came to where it is on another day. */
export function redateStage(deeds: Deeds, record: AnyRecord, move: Move, name: string, on: CalendarDate): Deed | null {
  const rows = rowsOf<StageRow>(record, 'stage_history');
  const last = rows.at(-1);
  if (!last) return null;
  const stage_history = withRow(rows.slice(0, -1), { ...last, on });
  return deeds.do(say.applications.moved(titleOf(record), name), [edition(refOf(record), { ...move, stage_history })]);
}

export function removeApplication(deeds: Deeds, record: AnyRecord): Deed | null {
  return deeds.do(say.contacts.deleted(titleOf(record)), [removal(refOf(record))]);
}

/** What an application is called: its position and its company. */
export function titleOf({ position, company }: AnyRecord): string {
  return [position, company].map(toText).filter(Boolean).join(' · ');
}

function refOf(record: AnyRecord) {
  return { type: application.type, id: toText(record.application_id) };
}
