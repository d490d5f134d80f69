import { v7 } from 'uuid';
import type { CalendarDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Ref } from '../sync/change.ts';
import type { Asked } from '../sync/replica.ts';

/** The creation of a record, with an id of its own. */
export function creation(type: string, record: JsonObject, id: string = v7()): Asked {
  return { ref: { type, id }, operation: { op: 'create', record } };
}

/**
 * An edit of the fields given and no other.
 *
 * @param on the day on which it happened, where that was not today
 */
export function edition(ref: Ref, record: JsonObject, on?: CalendarDate): Asked {
  return { ref, operation: { op: 'edit', record, ...(on && { on }) } };
}

export function removal(ref: Ref): Asked {
  return { ref, operation: { op: 'remove' } };
}
