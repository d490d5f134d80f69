import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { effectsOfInteraction } from '../../domain/interaction-effects.ts';
import type { JsonObject } from '../../domain/json.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Asked, Replica } from '../sync/replica.ts';
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
  const who = replica.record({ type: contact.type, id: toText(values.contact_id) });
  const label = say.log.logged(values.kind, toText(who?.name));
  return deeds.do(label, [made, ...effectsOf(replica, record), ...others]);
}

/**
 * Edits a conversation, and at once what it means now for its contact and its application. One deed, one Undo.
 *
 * @param label of the deed
 * @param values what was changed, each of it right
 * @returns null where nothing was changed
 */
export function editInteraction(
  { replica, deeds }: Doing,
  label: string,
  record: AnyRecord,
  values: JsonObject,
): Deed | null {
  const edited = edition({ type: interaction.type, id: idOf(interaction, record) }, values);
  return deeds.do(label, [edited, ...effectsOf(replica, { ...record, ...values })]);
}

function effectsOf(replica: Replica, record: AnyRecord): readonly Asked[] {
  return effectsOfInteraction(record).flatMap(({ type, id, edit }) => {
    const standing = replica.record({ type, id });
    const asked = standing && standing.deleted_at === null ? edit(standing) : null;
    return asked ? [edition({ type, id }, asked.record, asked.on)] : [];
  });
}
