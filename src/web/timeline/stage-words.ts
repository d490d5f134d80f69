import { application } from '../../domain/application.ts';
import { SETTINGS_ID, settings } from '../../domain/settings.ts';
import { stagesFor } from '../../domain/stage-names.ts';
import type { Replica } from '../sync/replica.ts';
import { say } from '../words/say.ts';

/** What a stage is called by this person. */
export function stageWords(replica: Pick<Replica, 'record'>, stage: string): string {
  const kept = replica.record({ type: settings.type, id: SETTINGS_ID });
  return stagesFor(kept).find((one) => one.stage === stage)?.name ?? stage;
}

/** How an application ended. */
export function outcomeWords(outcome: string): string {
  return say.schema.choice('outcome', outcome, application.fields.outcome);
}
