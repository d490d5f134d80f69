import * as v from 'valibot';
import { addDays, type CalendarDate } from '../domain/dates.ts';
import type { Items } from './dynamodb-items.ts';

/** A workspace of a guest, and the day (UTC) on which they were last here. */
export interface Guest {
  readonly workspace: string;
  readonly seenOn: CalendarDate;
}

/** The register of guests' workspaces, by the day on which each was last seen. */
export function openGuests(items: Items, now: () => Date) {
  return { register, unregister, seenOn, strikeOff, idle };

  async function register(workspace: string): Promise<void> {
    await items.put(itemOf({ workspace, seenOn: now().toISOString().slice(0, 10) }));
  }

  async function unregister(workspace: string): Promise<void> {
    await items.remove({ pk: PARTITION, sk: workspace });
  }

  async function seenOn(workspace: string): Promise<CalendarDate | undefined> {
    const item = await items.get({ pk: PARTITION, sk: workspace }, GuestItem);
    return item && guestOf(item).seenOn;
  }

  /** Takes a guest out, unless they came back meanwhile. */
  function strikeOff(guest: Guest): Promise<boolean> {
    const { changed, ...key } = itemOf(guest);
    return items.remove(key, { text: '#changed = :changed', values: { ':changed': changed } });
  }

  /** Some of those who were not here for more than `days`, the longest absent first; from `after` on. */
  async function idle(days: number, after?: Guest): Promise<readonly Guest[]> {
    const before = addDays(now().toISOString().slice(0, 10), -days);
    const search = {
      text: '#pk = :pk AND #changed BETWEEN :from AND :before',
      values: { ':pk': PARTITION, ':from': after ? `${itemOf(after).changed}~` : '0', ':before': before },
    };
    if (after && search.values[':from'] > before) return [];
    const { found } = await items.find({ ...search, index: 'changed', limit: PAGE }, GuestItem);
    return found.map(guestOf);
  }
}

const PARTITION = 'GUESTS';
const PAGE = 100;
const GuestItem = v.object({ sk: v.string(), changed: v.string() });

/** The date alone is below what is seen on that date: the separator comes after it. */
function itemOf({ workspace, seenOn }: Guest) {
  return { pk: PARTITION, sk: workspace, changed: `${seenOn}#${workspace}` };
}

function guestOf({ sk, changed }: v.InferOutput<typeof GuestItem>): Guest {
  return { workspace: sk, seenOn: changed.slice(0, 10) };
}
