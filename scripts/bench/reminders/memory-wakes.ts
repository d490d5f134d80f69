import { idOf, nounOf } from '../../../src/domain/noun.ts';
import { WAKING_NOUNS } from '../../../src/domain/waking-nouns.ts';
import { WAKE_SHARDS } from '../../../src/store/dynamodb-item.ts';
import type { Ref } from '../../../src/store/store.ts';
import type { Wake, Wakes } from '../../../src/store/wakes.ts';
import { TICK_MS } from './expected.ts';
import { readUnits, writeUnits } from './item-bytes.ts';
import type { Meter } from './meter.ts';
import type { Person } from './people.ts';

interface Options {
  readonly people: readonly Person[];
  readonly meter: Meter;
  readonly bytesOf: (workspace: string, ref: Ref) => number;
}

/** An entry of the index has the keys of the item and its own. */
const ENTRY_BYTES = 150;
const PAGE = 200;
const LOCAL_INDEXES = 2;

/** Wakes in one list for each quarter of an hour. */
export function memoryWakes({ people, meter, bytesOf }: Options): Wakes {
  const byQuarter = new Map<number, Map<string, Wake>>();
  let first = Number.POSITIVE_INFINITY;
  for (const { workspace, settings, interview } of people) {
    keepRecord(workspace, 'settings', settings);
    if (interview) keepRecord(workspace, 'interactions', interview);
  }
  return { due, settle };

  async function* due(until: string): AsyncGenerator<readonly Wake[]> {
    const now = Date.parse(until);
    const found: Wake[] = [];
    for (; first <= quarterOf(now); first++) {
      const all = byQuarter.get(first);
      const isWhole = all ? take(all, until, found) : true;
      if (!isWhole) break;
      byQuarter.delete(first);
    }
    charge(found.length);
    for (let place = 0; place < found.length; place += PAGE) yield found.slice(place, place + PAGE);
  }

  /** Each part of the index is asked, and takes half a unit at least. */
  function charge(found: number): void {
    const inEach = found / WAKE_SHARDS;
    for (let shard = 0; shard < WAKE_SHARDS; shard++) {
      for (let left = inEach; left >= 0; left -= PAGE) {
        meter.count('wakes', { indexRead: readUnits(Math.min(left, PAGE) * ENTRY_BYTES) / 2 });
      }
    }
  }

  async function settle(wake: Wake, next: string | null): Promise<boolean> {
    const write = writeUnits(bytesOf(wake.workspace, wake));
    meter.count('settle', { write, localWrite: LOCAL_INDEXES * write, indexWrite: next ? 2 : 1 });
    if (next) keep({ ...wake, at: next });
    return true;
  }

  function keepRecord(workspace: string, type: string, record: Person['settings']): void {
    const noun = nounOf(WAKING_NOUNS, type);
    const at = noun.wakesAt?.(record);
    if (at) keep({ workspace, type, id: idOf(noun, record), at });
  }

  function keep(wake: Wake): void {
    const quarter = quarterOf(Date.parse(wake.at));
    const all = byQuarter.get(quarter) ?? new Map<string, Wake>();
    all.set(`${wake.workspace} ${wake.type}`, wake);
    byQuarter.set(quarter, all);
    first = Math.min(first, quarter);
  }
}

/** Takes those whose time has come; whether these are all. */
function take(all: Map<string, Wake>, until: string, found: Wake[]): boolean {
  for (const [key, wake] of all) {
    if (wake.at > until) continue;
    found.push(wake);
    all.delete(key);
  }
  return all.size === 0;
}

function quarterOf(instant: number): number {
  return Math.floor(instant / TICK_MS);
}
