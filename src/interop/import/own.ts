import { utcMillis } from '../../domain/dates.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { changedBy } from '../icalendar/changed-by.ts';
import { checkedFields, type Entry, type OwnRecord } from './entry.ts';
import type { Own } from './found.ts';
import type { Told } from './plan.ts';
import type { Stood } from './stood.ts';
import type { Work } from './work.ts';

/**
 * The entries, those that Touchbase itself wrote from a record that stands as said of that record; with whom it is, the
 * record knows best. What it wrote from another workspace's comes in as any other.
 */
export function* withOwn(entries: readonly Entry[], { records }: Pick<Stood, 'records'>): Work<readonly Entry[]> {
  if (!entries.some(({ from }) => from !== null)) return entries;
  const all: Entry[] = [];
  for (const entry of entries) {
    const record = entry.from && records[entry.from.type].get(entry.from.id);
    all.push(entry.from && record ? ownEntry(entry, entry.from, record, records) : entry);
    yield;
  }
  return all;
}

function ownEntry(entry: Entry, from: Own, record: AnyRecord, records: Stood['records']): Entry {
  const own = { id: from.id, since: sinceOf(from, record) };
  const known = { ...entry, people: [], jobs: [], proposal: null, own };
  if (!from.entry) return known;
  const { values, kept } = changedBy(from.entry, from, (type, id) => records[type].get(id));
  const changed = checkedFields(from.type, values);
  return {
    ...known,
    type: from.type,
    values: changed.values,
    remarks: changed.remarks,
    told: [...(kept.length > 0 ? [keptWords(kept)] : []), ...changed.told],
  };
}

/** By the second, as cards and calendars tell the time. */
function sinceOf({ at }: Own, { updated_at }: AnyRecord): OwnRecord['since'] {
  if (at === null) return null;
  return Math.floor(utcMillis(at) / 1000) < Math.floor(utcMillis(updated_at) / 1000) ? 'older' : 'newer';
}

function keptWords(kept: readonly string[]): Told {
  const detail = `Left as it is here, since its entry in a calendar cannot change it: ${kept.join(', ')}.`;
  return { code: 'kept', field: '', detail };
}
