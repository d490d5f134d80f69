import { cpuUsage } from 'node:process';
import { mailSender } from '../../../src/delivery/mail-sender.ts';
import { remindDue } from '../../../src/delivery/remind.ts';
import type { Message, Sender } from '../../../src/delivery/sender.ts';
import { TICK_MS, type Ticks } from './expected.ts';
import { inMemory } from './in-memory.ts';
import { Meter, minus, type Units } from './meter.ts';
import type { Person } from './people.ts';
import type { Workspace } from './workspaces.ts';

/** What one look around of the clock came to. */
export interface Tick {
  readonly tick: number;
  readonly looked: number;
  readonly sent: number;
  readonly units: Units;
  /** Of the processor, in milliseconds. */
  readonly cpuMs: number;
}

export interface Simulated {
  readonly ticks: readonly Tick[];
  /** At which ticks something came, by the workspace and what it was: `digest 2026-03-30`, `nudge`. */
  readonly came: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly faults: readonly unknown[];
  /** The most that the process took, in bytes. */
  readonly memory: number;
}

interface Options {
  readonly people: readonly Person[];
  readonly least: Workspace;
  readonly ticks: Ticks;
  readonly onTick: (tick: number) => void;
}

/** A clock comes some seconds after the quarter of an hour. */
export const LATE_MS = 20_000;

/** Days of many people, tick by tick, through the real decider and the real mails. */
export async function simulate({ people, least, ticks, onTick }: Options): Promise<Simulated> {
  const meter = new Meter();
  const came = new Map<string, Map<string, number[]>>();
  const faults: unknown[] = [];
  let tick = 0;
  const now = () => new Date(ticks.begin + tick * TICK_MS + LATE_MS);
  const reminder = {
    ...inMemory({ people, least, meter, now }),
    senders: [watched(SENDER)],
    now,
    onFault: (error: unknown) => faults.push(error),
  };
  const rows: Tick[] = [];
  let memory = 0;
  for (; tick < ticks.count; tick++) {
    if (ticks.outage[0] <= tick && tick < ticks.outage[1]) continue;
    const [units, cpu] = [meter.units(), cpuUsage()];
    const { looked, sent } = await remindDue(reminder);
    const { user, system } = cpuUsage(cpu);
    rows.push({ tick, looked, sent, units: minus(meter.units(), units), cpuMs: (user + system) / 1000 });
    memory = Math.max(memory, process.memoryUsage.rss());
    onTick(tick);
  }
  return { ticks: rows, came, faults, memory };

  function watched(sender: Sender): Sender {
    return {
      ...sender,
      send: (to, message) => {
        const own = came.get(to.workspace) ?? new Map<string, number[]>();
        const what = whatOf(message);
        own.set(what, [...(own.get(what) ?? []), tick]);
        came.set(to.workspace, own);
        return sender.send(to, message);
      },
    };
  }
}

const ACCEPTED = { is: 'accepted', id: '1' } as const;

/** Writes every mail, and gives it to nobody. */
export const SENDER = mailSender({
  mailer: { send: async () => ACCEPTED },
  base: 'https://touchbase.example/',
  unsubscribe: async () => 'https://api.touchbase.example/v1/unsubscribe/token',
});

function whatOf(message: Message): string {
  return message.is === 'digest' ? `digest ${message.digest.day}` : message.is;
}
