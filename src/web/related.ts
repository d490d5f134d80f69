import { computed, type ReadonlySignal } from '@preact/signals';
import { rowsOf } from '../domain/history.ts';
import type { AnyRecord } from '../domain/noun.ts';
import type { Collection } from './sync/collection.ts';
import type { Replica } from './sync/replica.ts';

type ByName = ReadonlyMap<string, readonly AnyRecord[]>;

/** What belongs to a contact or to an application; each is found once after a change, for all of them. */
export class Related {
  readonly #interactions: Record<'contact_id' | 'application_id', ReadonlySignal<ByName>>;
  readonly #tasks: Record<'contact_id' | 'application_id', ReadonlySignal<ByName>>;
  readonly #applications: ReadonlySignal<ByName>;

  constructor(replica: Pick<Replica, 'collection'>) {
    const by = (collection: Collection, idsOf: (record: AnyRecord) => readonly unknown[]) =>
      computed(() => {
        collection.revision.value;
        return grouped(collection.all(), idsOf);
      });
    const [interactions, tasks] = [replica.collection('interactions'), replica.collection('tasks')];
    this.#interactions = {
      contact_id: by(interactions, ({ contact_id }) => [contact_id]),
      application_id: by(interactions, ({ application_id }) => [application_id]),
    };
    this.#tasks = {
      contact_id: by(tasks, ({ contact_id }) => [contact_id]),
      application_id: by(tasks, ({ application_id }) => [application_id]),
    };
    this.#applications = by(replica.collection('applications'), (record) =>
      rowsOf<{ readonly contact_id: string }>(record, 'contact_ids').map(({ contact_id }) => contact_id),
    );
  }

  /** The conversations with a contact, or about an application, in no particular order. */
  interactions(of: 'contact_id' | 'application_id', id: string): readonly AnyRecord[] {
    return this.#interactions[of].value.get(id) ?? [];
  }

  /** The tasks for a contact or an application, done ones too. */
  tasks(of: 'contact_id' | 'application_id', id: string): readonly AnyRecord[] {
    return this.#tasks[of].value.get(id) ?? [];
  }

  /** The applications that name a contact among their people. */
  applicationsOf(contactId: string): readonly AnyRecord[] {
    return this.#applications.value.get(contactId) ?? [];
  }
}

function grouped(records: Iterable<AnyRecord>, idsOf: (record: AnyRecord) => readonly unknown[]): ByName {
  const groups = new Map<string, AnyRecord[]>();
  for (const record of records) {
    for (const id of new Set(idsOf(record))) {
      if (typeof id !== 'string') continue;
      const group = groups.get(id);
      if (group) group.push(record);
      else groups.set(id, [record]);
    }
  }
  return groups;
}
