import { scheduled } from '../../../src/entry/scheduled.ts';
import type { Units } from './meter.ts';

/** USD in us-east-1, 2026-11: https://aws.amazon.com/dynamodb/pricing/on-demand/, https://aws.amazon.com/ses/pricing/ */
const PER_MILLION = { read: 0.125, write: 0.625 };
const PER_MAIL = 0.0001;

/** What is free for good is provisioned, in units a second: the table has this, and the index of wakes that. */
export const FREE = { table: { read: 15, write: 15 }, index: { read: 5, write: 5 } };

/** So many seconds of what was not used before are there at most. */
const SAVED_SECONDS = 300;

/**
 * What an account out of the sandbox of SES often begins with. AWS names no number (it “varies based on your specific use
 * case”), and gives more to who asks: https://docs.aws.amazon.com/ses/latest/dg/quotas.html
 */
export const SES = { perSecond: 14, perDay: 50_000 };

const remind = scheduled.find(({ name }) => name === 'remind');
if (!remind) throw new Error('No function reminds.');
/** In seconds: in the last minute of its time nobody is looked at any more (src/entry/remind.ts). */
export const RUN_SECONDS = remind.timeout - 60;
export const MEMORY_GB = remind.memory / 1024;

/** Each thing that has a capacity of its own, with what is consumed of it and what is free a second. */
export function meters({ read, write, localWrite, indexRead, indexWrite }: Units) {
  return [
    { what: 'table: reads', units: read, free: FREE.table.read },
    { what: 'table: writes, with its local indexes', units: write + localWrite, free: FREE.table.write },
    { what: 'index of wakes: reads', units: indexRead, free: FREE.index.read },
    { what: 'index of wakes: writes', units: indexWrite, free: FREE.index.write },
  ] as const;
}

/** What one run of the clock has of a free capacity, where nobody else uses the table. */
export function freeInRun(perSecond: number): number {
  return perSecond * (RUN_SECONDS + SAVED_SECONDS);
}

/** On demand. */
export function usdOf({ read, write, localWrite, indexRead, indexWrite }: Units): number {
  const [reads, writes] = [read + indexRead, write + localWrite + indexWrite];
  return (reads * PER_MILLION.read + writes * PER_MILLION.write) / 1_000_000;
}

export function usdOfMails(count: number): number {
  return count * PER_MAIL;
}
