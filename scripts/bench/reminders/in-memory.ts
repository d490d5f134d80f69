import type { Reminder } from '../../../src/delivery/remind.ts';
import type { AnyRecord } from '../../../src/domain/noun.ts';
import { nounOf } from '../../../src/domain/noun.ts';
import { WAKING_NOUNS } from '../../../src/domain/waking-nouns.ts';
import { itemOf } from '../../../src/store/dynamodb-item.ts';
import type { Recipient } from '../../../src/store/recipients.ts';
import type { Ref } from '../../../src/store/store.ts';
import { itemBytes, readUnits } from './item-bytes.ts';
import { memoryLedger } from './memory-ledger.ts';
import { memoryWakes } from './memory-wakes.ts';
import type { Meter } from './meter.ts';
import type { Person } from './people.ts';
import type { Workspace } from './workspaces.ts';

interface Options {
  readonly people: readonly Person[];
  /** What is read in the place of the records of those with something due: nobody has less. */
  readonly least: Workspace;
  readonly meter: Meter;
  readonly now: () => Date;
}

export const RECIPIENT: Recipient = { email: 'somebody@example.org', paused: null, devices: [] };
const RECIPIENT_UNITS = 1;

/**
 * The ports of reminding in memory. They say what DynamoDB would charge for what each person has; what they give of it is
 * less, so that days of many people fit into minutes.
 */
export function inMemory({
  people,
  least,
  meter,
  now,
}: Options): Pick<Reminder, 'store' | 'wakes' | 'ledger' | 'recipients'> {
  const byName = new Map(people.map((person) => [person.workspace, person]));
  const bytes = bytesOfRecords();
  const personOf = (workspace: string): Person => {
    const person = byName.get(workspace);
    if (!person) throw new Error('Nobody has this workspace.');
    return person;
  };
  const recordOf = (person: Person, { type }: Ref) => (type === 'settings' ? person.settings : person.interview);
  const bytesOf = (person: Person, ref: Ref) => {
    const record = recordOf(person, ref);
    return record ? bytes(ref, record) : 0;
  };
  return {
    store: { get, list },
    wakes: memoryWakes({ people, meter, bytesOf: (workspace, ref) => bytesOf(personOf(workspace), ref) }),
    ledger: memoryLedger(meter, now),
    recipients: {
      async of() {
        meter.count('recipient', { read: RECIPIENT_UNITS });
        return RECIPIENT;
      },
    },
  };

  async function get(workspace: string, refs: readonly Ref[]) {
    const person = personOf(workspace);
    const read = refs.reduce((sum, ref) => sum + readUnits(bytesOf(person, ref)), 0);
    meter.count(refs.length === 1 ? 'get' : 'getSeveral', { read });
    return refs.map((ref) => recordOf(person, ref) ?? undefined);
  }

  async function list(workspace: string, { type }: { readonly type: string }) {
    const { has, interview } = personOf(workspace);
    for (const read of has.reads.get(type) ?? []) meter.count('list', { read });
    const records = (has.isQuiet ? has : least).records.get(type) ?? [];
    return { records: type === 'interactions' && interview ? [...records, interview] : records };
  }
}

/** Records that are shared have their size looked at once. */
function bytesOfRecords() {
  const known = new WeakMap<AnyRecord, number>();
  return ({ type, id }: Ref, record: AnyRecord): number => {
    const bytes =
      known.get(record) ?? itemBytes(itemOf('0'.repeat(43), nounOf(WAKING_NOUNS, type), { type, id, record }));
    known.set(record, bytes);
    return bytes;
  };
}
