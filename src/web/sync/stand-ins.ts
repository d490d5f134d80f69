import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { NOW } from './replica-in-memory.ts';

const EMPTY = Object.fromEntries(Object.entries(contact.fields).map(([name, { empty }]) => [name, empty ?? null]));

/** A contact for tests, as the server gives it: empty but for its id, its name and what is said of it. */
export function person(id: string, fields: Readonly<Record<string, unknown>> = {}): AnyRecord {
  const kept = { created_at: NOW, updated_at: NOW, version: 1, deleted_at: null };
  return { contact_id: id, ...EMPTY, name: id, ...kept, ...fields };
}
