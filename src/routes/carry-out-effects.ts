import type { Outcome } from '../domain/changes.ts';
import type { AnyRecord, Effect, Noun } from '../domain/noun.ts';
import { nounOf } from '../domain/noun.ts';
import { Refusal } from '../http/problem.ts';
import type { Services } from '../http/route.ts';
import { perform } from './perform.ts';

const ATTEMPTS = 5;

type Kept = Pick<Services, 'store' | 'now' | 'nouns'>;

/**
 * Carries out what a record that was kept means for others, each as an edit of its own. The request that wrote the record
 * fails where one cannot be made for now; sent again, it finds its record, and the rest is made.
 *
 * @throws Refusal (busy) where others keep changing the same record
 */
export async function carryOutEffects(services: Kept, workspace: string, noun: Noun, outcome: Outcome): Promise<void> {
  if ('problem' in outcome || !noun.effects) return;
  await Promise.all(noun.effects(outcome.record).map((effect) => carryOut(services, workspace, effect)));
}

async function carryOut(services: Kept, workspace: string, { type, id, edit }: Effect): Promise<void> {
  const noun = nounOf(services.nouns, type);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [standing] = await services.store.get(workspace, [{ type, id }]);
    const asked = isThere(standing) ? edit(standing) : null;
    if (!asked || !standing) return;
    const operation = { op: 'edit' as const, ...asked, version: standing.version };
    const outcome = await perform(services, workspace, noun, id, operation, { record: standing });
    if ('record' in outcome || outcome.problem.code === 'deleted') return;
    if (outcome.problem.code !== 'stale_version') throw new Refusal(outcome.problem);
  }
  throw new Refusal({
    code: 'busy',
    detail: `Others keep changing this ${noun.singular}. Send it again: it is kept once.`,
  });
}

function isThere(record: AnyRecord | undefined): record is AnyRecord {
  return record !== undefined && record.deleted_at === null;
}
