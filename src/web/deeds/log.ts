import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { effectsOfInteraction } from '../../domain/interaction-effects.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Replica } from '../sync/replica.ts';
import { toText } from '../ui/field-text.ts';
import { say } from '../words/say.ts';
import type { Deeds } from './deeds.ts';
import { creation, edition } from './edits.ts';
import type { Deed } from './history.ts';

/** What doing something needs. */
export interface Doing {
  readonly replica: Replica;
  readonly deeds: Deeds;
}

/**
 * Logs a conversation, and at once what it means for its contact and its application: the server would find the same, but
 * only when it hears of it. One deed, one Undo.
 *
 * @param values of an interaction, each of them right
 * @param others what is done with it, such as the date of the next follow-up
 * @returns null where it was not taken
 */
export function logInteraction(
  { replica, deeds }: Doing,
  values: JsonObject,
  others: readonly ReturnType<typeof edition>[] = [],
): Deed | null {
  const made = creation(interaction.type, values);
  const record = { created_at: '', updated_at: '', version: 1, deleted_at: null, ...values };
  const effects = effectsOfInteraction(record).flatMap(({ type, id, edit }) => {
    const standing = replica.record({ type, id });
    const asked = standing && standing.deleted_at === null ? edit(standing) : null;
    return asked ? [edition({ type, id }, asked.record, asked.on)] : [];
  });
  const who = replica.record({ type: contact.type, id: toText(values.contact_id) });
  return deeds.do(say.log.logged(values.kind, toText(who?.name)), [made, ...effects, ...others]);
}
