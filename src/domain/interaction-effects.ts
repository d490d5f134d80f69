import { isLater, splitDateTime } from './dates.ts';
import { rowsOf } from './history.ts';
import type { AnyRecord, Effect } from './noun.ts';
import { fold } from './search.ts';
import type { StageRow } from './settle-stage.ts';

/** The statuses of a contact of whom nothing is heard, and the one that follows when something is. */
const SILENT = new Set(['ghosted', 'silent', 'no reply', 'awaiting reply']);
const IN_CONVERSATION = 'in conversation';

/**
 * What a conversation means for the contact and the application it is about: it moves `last_contacted` forward, never
 * back, and what comes from them ends a silence. A note is no conversation.
 */
export function effectsOfInteraction(interaction: AnyRecord): readonly Effect[] {
  const { contact_id, application_id, kind, deleted_at } = interaction;
  if (kind === 'note' || deleted_at !== null) return [];
  const effects: Effect[] = [];
  if (typeof contact_id === 'string') {
    effects.push({ type: 'contacts', id: contact_id, edit: (contact) => touched(contact, interaction) });
  }
  if (typeof application_id === 'string' && interaction.direction === 'in') {
    effects.push({ type: 'applications', id: application_id, edit: (standing) => reopened(standing, interaction) });
  }
  return effects;
}

/** Whoever was heard of later already stays as they are: so a silence that came since stays one. */
function touched(contact: AnyRecord, { occurred_at, direction }: AnyRecord): ReturnType<Effect['edit']> {
  const at = String(occurred_at);
  if (typeof contact.last_contacted === 'string' && !isLater(at, contact.last_contacted)) return null;
  const isSilent = typeof contact.status === 'string' && SILENT.has(fold(contact.status));
  const reopens = direction === 'in' && isSilent;
  return {
    record: { last_contacted: at, ...(reopens && { status: IN_CONVERSATION }) },
    on: splitDateTime(at).date,
  };
}

/** An application that was given up as ghosted is where it was before, if the word came no earlier than that. */
function reopened(application: AnyRecord, { occurred_at }: AnyRecord): ReturnType<Effect['edit']> {
  const { date } = splitDateTime(String(occurred_at));
  const rows = rowsOf<StageRow>(application, 'stage_history');
  const closed = rows.at(-1);
  if (closed?.outcome !== 'ghosted' || closed.on > date) return null;
  const before = rows.findLast(({ stage }) => stage !== 'closed');
  return { record: { stage: before?.stage ?? 'applied', outcome: null }, on: date };
}
