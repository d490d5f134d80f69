import { MEMORY_GB, SES } from './prices.ts';
import type { Tick } from './simulation.ts';
import type { Workspace } from './workspaces.ts';

/** Assumed, not measured: how long an answer takes within a region, in milliseconds. */
const ANSWER_MS = { dynamodb: 5, ses: 50 };
/** Settings, ledger, recipient, four lists, claim, mark, settling: one after the other. */
const REQUESTS_OF_DIGEST = 10;
/** As in src/delivery/remind.ts. */
const AT_ONCE = 10;
/** A function has a whole processor with so much memory: https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const GB_OF_PROCESSOR = 1769 / 1024;

/** How fast people are told where neither DynamoDB nor SES holds anybody up. */
export function paceOf(sizes: readonly (readonly [Workspace, number])[]) {
  const waiting = (REQUESTS_OF_DIGEST * ANSWER_MS.dynamodb + ANSWER_MS.ses) / AT_ONCE;
  const mean = sizes.reduce((sum, [{ share }, ms]) => sum + (share / 100) * ms, 0);
  const computing = mean * (GB_OF_PROCESSOR / MEMORY_GB);
  const eachMs = Math.max(waiting, computing);
  const perSecond = 1000 / eachMs;
  return { perSecond, computing, secondsOf: ({ looked }: Tick) => (looked * eachMs) / 1000 };
}

/**
 * After how many runs a part of the mails of one moment has come, where they are sent faster than SES takes them: the others
 * are refused, and tried again by the next run.
 */
export function runsUntil(part: number, perSecond: number): number {
  const taken = Math.min(1, SES.perSecond / perSecond);
  return taken === 1 ? 0 : Math.ceil(Math.log(1 - part) / Math.log(1 - taken)) - 1;
}
