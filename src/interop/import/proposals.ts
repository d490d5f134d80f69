import type { CalendarDate } from '../../domain/dates.ts';
import { rowsOf } from '../../domain/history.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import type { StageRow } from '../../domain/settle-stage.ts';
import { STAGE_KEYS, type Stage, stageRank } from '../../domain/stages.ts';
import type { MessageClass } from './found.ts';

/** To which stage a message moves an application, and how it ended; what is not here moves nothing. */
const MOVES: Readonly<Partial<Record<MessageClass, { readonly stage: Stage; readonly outcome?: 'rejected' }>>> = {
  application_confirmation: { stage: 'applied' },
  assessment: { stage: 'assessment' },
  interview_invitation: { stage: 'interview' },
  offer: { stage: 'offer' },
  rejection: { stage: 'closed', outcome: 'rejected' },
};

/** How an application stands of which a message is the first that is known; empty where it is about none. */
export function beginningBy(said: MessageClass, on: CalendarDate): JsonObject {
  if (said === 'application_confirmation') return { stage: 'applied', applied_on: on };
  // Who is asked for a time has applied, on a day that is not known.
  return said === 'availability_request' ? { stage: 'screening' } : { ...MOVES[said] };
}

/**
 * What a message of a day means for the application that it is about: it never goes back in its stages, and how it ended
 * is not said anew. Empty where it means nothing.
 */
export function editBy(said: MessageClass, application: AnyRecord, on: CalendarDate): JsonObject {
  const move = MOVES[said];
  const stage = STAGE_KEYS.find((key) => key === application.stage) ?? 'saved';
  if (!move || stage === 'closed' || stageRank(stage) >= stageRank(move.stage)) return {};
  const last = rowsOf<StageRow>(application, 'stage_history').at(-1);
  const cameBefore = last !== undefined && on < last.on && stageRank(stage) > stageRank('applied');
  if (cameBefore) return {};
  return { stage: move.stage, ...(move.outcome && { outcome: move.outcome }) };
}
