import { isEqual } from '../../domain/json.ts';
import type { Change, Conflict, Stored } from './change.ts';
import type { LocalStore } from './local-store.ts';

/** One place where things are kept, empty at first; each store that is opened there is another tab. */
export interface Place {
  open(): Promise<LocalStore>;
}

const NOW = '2026-03-01T10:00:00.000Z';

/** A contact as the server confirmed it. */
export function storedOf(id: string, version: number, name = id): Stored {
  const times = { created_at: NOW, updated_at: NOW, deleted_at: null };
  return { type: 'contacts', id, record: { contact_id: id, name, version, ...times } };
}

export function changeOf(id: string, change_id: string, name = id): Change {
  const operation = { op: 'edit', record: { name } } as const;
  return { type: 'contacts', id, change_id, operation, at: NOW, seen: { name: null } };
}

export function conflictOf(id: string, field: string, change_id: string, theirs: unknown = 'theirs'): Conflict {
  return { type: 'contacts', id, field, change_id, theirs, at: NOW };
}

/** The names and versions of records, in the order of their names: a store has none of its own. */
export function versionsOf(records: readonly Stored[]): string[] {
  return records.map(({ id, record }) => `${id} ${record.version}`).sort();
}

export function fieldsOf(conflicts: readonly Conflict[]): string[] {
  return conflicts.map(({ id, field, change_id }) => `${id} ${field} ${change_id}`).sort();
}

/** The contract runs in a page, too, where no library of tests is. */
export function same(got: unknown, wanted: unknown): void {
  if (!isEqual(got, wanted)) throw new Error(`Wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
}
