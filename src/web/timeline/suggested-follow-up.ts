import type { AgendaInput } from '../../domain/agenda-item.ts';
import { followUpAfter } from '../../domain/cadence.ts';
import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { interaction } from '../../domain/interaction.ts';
import type { JsonObject } from '../../domain/json.ts';
import { completer } from '../../domain/noun.ts';
import { isOf } from '../../domain/record-of.ts';

const complete = completer([interaction]);
const JUST_LOGGED = { interaction_id: 'just logged', created_at: '', updated_at: '', version: 1, deleted_at: null };

/** Days: who was written to gets a week to answer, and who wrote is answered at once. */
const AFTER = { in: 1, out: 7 } as const;

/**
 * When to get in touch again after a conversation that was just logged: as the person's cadence has it, and where that has
 * nothing to say, as is usual. Never on a weekend.
 *
 * @param values of the interaction, as they were logged
 * @returns null where nothing follows: a note is no conversation
 */
export function suggestedFollowUp(values: JsonObject, input: AgendaInput): CalendarDate | null {
  const { kind, direction } = values;
  const { today } = input;
  if (kind === 'note') return null;
  const record = complete(interaction.type, { ...JUST_LOGGED, ...values });
  const suggested = isOf(interaction, record) ? followUpAfter(record, input) : null;
  if (suggested !== null) return suggested;
  return weekdayFrom(addDays(today, direction === 'in' ? AFTER.in : AFTER.out));
}

/** The day itself, or the Monday after it. */
function weekdayFrom(date: CalendarDate): CalendarDate {
  const weekday = new Date(date).getUTCDay();
  if (weekday === 6) return addDays(date, 2);
  return weekday === 0 ? addDays(date, 1) : date;
}
