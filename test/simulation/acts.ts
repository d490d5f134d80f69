import fc from 'fast-check';
import type { Operation } from '../../src/domain/changes.ts';
import type { AnyRecord } from '../../src/domain/noun.ts';
import type { Ref } from '../../src/web/sync/change.ts';
import type { Device } from './device.ts';
import type { Fate } from './network.ts';
import type { Tab } from './tab.ts';
import type { World } from './world.ts';

/** One thing that happens in a world; its text says so when a run is replayed. */
export interface Act {
  readonly does: (world: World) => unknown;
  readonly toString: () => string;
}

const FIELDS = ['company', 'phone'] as const;
const FATES: readonly Fate[] = ['arrives', 'arrives', 'is lost', 'arrives, answer lost', 'arrives twice'];

/** What a person does, what the network does, and what fails. */
export function anyAct(): fc.Arbitrary<Act> {
  const who = fc.nat({ max: 3 });
  const which = fc.nat({ max: 2 });
  const place = fc.nat({ max: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: who.map((tab) => act(`tab ${tab} creates`, (world) => create(world, tab))) },
    { weight: 8, arbitrary: fc.tuple(who, which, fc.constantFrom(...FIELDS)).map(editing) },
    { weight: 2, arbitrary: fc.tuple(who, which).map(([tab, n]) => changing(tab, n, 'remove')) },
    { weight: 2, arbitrary: fc.tuple(who, which).map(([tab, n]) => changing(tab, n, 'restore')) },
    { weight: 2, arbitrary: fc.tuple(who, which).map(undoing) },
    { weight: 16, arbitrary: fc.tuple(place, fc.constantFrom(...FATES)).map(deciding) },
    { weight: 2, arbitrary: place.map((n) => act(`copy ${n} arrives`, ({ network }) => network.repeat(n))) },
    { weight: 4, arbitrary: who.map((tab) => act(`tab ${tab} polls`, (world) => poll(world, tab))) },
    { weight: 2, arbitrary: fc.nat({ max: 2 }).map(switching) },
    {
      weight: 2,
      arbitrary: fc.constant(act('tabs hear late, or again', ({ devices }) => devices[0] && hearing(devices[0]))),
    },
    { weight: 2, arbitrary: fc.tuple(who, fc.nat({ max: 4 }), fc.boolean()).map(dying) },
    { weight: 1, arbitrary: fc.nat({ max: 3 }).map(making('busyWrites')) },
    {
      weight: 1,
      arbitrary: fc.constant(act('a cursor is too old', (world) => Object.assign(world, { isCursorOld: true }))),
    },
  );
}

/** Two tabs of the first device, then the others. */
export function tabOf({ devices: [first, second, third] }: World, n: number): Tab {
  const tab = [...(first?.tabs ?? []), ...(second?.tabs ?? []), ...(third?.tabs ?? [])][n];
  if (!tab) throw new Error(`There is no tab ${n}.`);
  return tab;
}

function act(text: string, does: Act['does']): Act {
  return { does, toString: () => text };
}

function create(world: World, n: number): void {
  const id = world.newRecordId();
  const record = { name: `N${id.slice(-3)}`, email: 'n@example.org' };
  change(tabOf(world, n), { type: 'contacts', id }, { op: 'create', record });
}

function editing([tab, n, field]: [number, number, string]): Act {
  return act(`tab ${tab} edits ${field} of ${n}`, (world) => {
    const ref = refOf(tabOf(world, tab), n);
    // No two edits write the same, so that each can be told apart in the end.
    if (ref) change(tabOf(world, tab), ref, { op: 'edit', record: { [field]: `v${world.newChangeId().slice(-6)}` } });
  });
}

function changing(tab: number, n: number, op: 'remove' | 'restore'): Act {
  return act(`tab ${tab} ${op}s ${n}`, (world) => {
    const ref = refOf(tabOf(world, tab), n);
    if (ref) change(tabOf(world, tab), ref, { op });
  });
}

/** Puts the fields of the latest edit of a record back, as Undo does. */
function undoing([tab, n]: [number, number]): Act {
  return act(`tab ${tab} undoes an edit of ${n}`, (world) => {
    const { replica } = tabOf(world, tab);
    const ref = refOf(tabOf(world, tab), n);
    const edit = replica.pending.peek().findLast(({ id, operation }) => id === ref?.id && operation.op === 'edit');
    if (ref && edit) change(tabOf(world, tab), ref, { op: 'edit', record: edit.seen });
  });
}

function deciding([n, fate]: [number, Fate]): Act {
  return act(`request ${n} ${fate}`, ({ network }) => network.decide(n, fate));
}

function poll(world: World, n: number): void {
  const tab = tabOf(world, n);
  tab.wake();
  void tab.outbox.send();
  void tab.reader.read();
}

function switching(n: number): Act {
  return act(`device ${n} goes off or on line`, ({ devices, network }) => {
    const device = devices[n];
    if (!device) return;
    device.isOnline = !device.isOnline;
    if (!device.isOnline) network.cut(device);
  });
}

function hearing(device: Device): void {
  device.isDeaf = !device.isDeaf;
  if (!device.isDeaf) device.hear();
}

function dying([n, steps, isAfter]: [number, number, boolean]): Act {
  const text = `tab ${n} dies ${isAfter ? 'after' : 'before'} ${steps} steps`;
  return act(text, (world) => tabOf(world, n).store.dieIn({ steps, isAfter }));
}

function making(name: 'busyWrites'): (count: number) => Act {
  return (count) => act(`${count} writes find the store busy`, (world) => Object.assign(world, { [name]: count }));
}

function change({ replica, outbox }: Tab, ref: Ref, operation: Operation): void {
  replica.change(ref, operation);
  void outbox.send();
}

/** A record that this tab knows, tombstones included. */
function refOf({ replica }: Tab, n: number): Ref | undefined {
  const known = knownIds(replica);
  const id = known[n % Math.max(1, known.length)];
  return id === undefined ? undefined : { type: 'contacts', id };
}

function knownIds(replica: Tab['replica']): string[] {
  const shown = [...replica.collection('contacts').all()].map((record: AnyRecord) => String(record.contact_id));
  const waiting = replica.pending.peek().map(({ id }) => id);
  return [...new Set([...shown, ...waiting])].sort();
}
