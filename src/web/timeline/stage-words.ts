import { application } from '../../domain/application.ts';
import { rowsOf } from '../../domain/history.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import type { Replica } from '../sync/replica.ts';
import { say } from '../words/say.ts';

/** What a stage is called by this person. */
export function stageWords(replica: Pick<Replica, 'record'>, stage: string): string {
  const kept = replica.record({ type: settings.type, id: SETTINGS_ID });
  const rows = rowsOf<{ readonly stage: string; readonly name: string | null }>(kept, 'stages');
  const own = rows.find((row) => row.stage === stage)?.name;
  return own || say.schema.choice('stage', stage, application.fields.stage);
}

/** How an application ended. */
export function outcomeWords(outcome: string): string {
  return say.schema.choice('outcome', outcome, application.fields.outcome);
}
