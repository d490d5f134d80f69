import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { nounOfFound } from './entry.ts';
import type { FoundType } from './found.ts';
import { marksOf } from './identity.ts';
import type { Standing } from './plan.ts';
import { Shelves } from './shelves.ts';
import type { Work } from './work.ts';

/** The records that stand, to be found by their ids and by what they are known by. */
export interface Stood {
  readonly records: Readonly<Record<FoundType, ReadonlyMap<string, AnyRecord>>>;
  readonly shelves: Readonly<Record<FoundType, Shelves<string>>>;
}

export function* stoodBy(standing: Standing): Work<Stood> {
  const [contacts, applications] = [yield* stoodOf('contacts', standing), yield* stoodOf('applications', standing)];
  const [interactions, tasks] = [yield* stoodOf('interactions', standing), yield* stoodOf('tasks', standing)];
  return {
    records: {
      contacts: contacts.records,
      applications: applications.records,
      interactions: interactions.records,
      tasks: tasks.records,
    },
    shelves: {
      contacts: contacts.shelves,
      applications: applications.shelves,
      interactions: interactions.shelves,
      tasks: tasks.shelves,
    },
  };
}

function* stoodOf(type: FoundType, standing: Standing) {
  const noun = nounOfFound(type);
  const records = new Map<string, AnyRecord>();
  const shelves = new Shelves<string>();
  for (const record of standing[type]) {
    if (record.deleted_at !== null) continue;
    const id = idOf(noun, record);
    records.set(id, record);
    shelves.add(id, marksOf(type, record));
    yield;
  }
  return { records, shelves };
}
