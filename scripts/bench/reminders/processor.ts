import { cpuUsage } from 'node:process';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { dailyDigest } from '../../../src/domain/daily-digest.ts';
import type { Instant } from '../../../src/domain/dates.ts';
import { digestRecords } from '../../../src/domain/digest-records.ts';
import { type AnyRecord, idOf, nounOf } from '../../../src/domain/noun.ts';
import { NOUNS } from '../../../src/domain/nouns.ts';
import { scheduleOf } from '../../../src/domain/reminder-schedule.ts';
import { digestMail } from '../../../src/reminders/digest-mail.ts';
import { type Attributes, Item, itemOf } from '../../../src/store/dynamodb-item.ts';
import { percentile } from '../percentile.ts';
import type { Workspace } from './workspaces.ts';

const RUNS = 40;
const LINKS = { base: 'https://touchbase.example/', unsubscribe: 'https://api.touchbase.example/v1/unsubscribe/token' };

/** How long the processor takes from the answers of DynamoDB to the mail, in milliseconds: the median. */
export function digestMs({ records }: Workspace, now: Instant): number {
  const answers = [...records].map(([type, all]) => [type, answerOf(type, all)] as const);
  const schedule = scheduleOf(undefined);
  const times = Array.from({ length: RUNS }, () => {
    const begun = cpuUsage();
    const read = new Map(answers.map(([type, answer]) => [type, recordsOf(answer)]));
    const digest = dailyDigest(digestRecords(read), schedule, now);
    if (digest) digestMail(digest, LINKS);
    const { user, system } = cpuUsage(begun);
    return (user + system) / 1000;
  });
  return percentile(times, 0.5);
}

function answerOf(type: string, records: readonly AnyRecord[]): string {
  const noun = nounOf(NOUNS, type);
  return JSON.stringify(records.map((record) => marshall(itemOf('w', noun, { type, id: idOf(noun, record), record }))));
}

/** As the adapter reads them. */
function recordsOf(answer: string): readonly AnyRecord[] {
  const items: readonly Attributes[] = JSON.parse(answer);
  return items.map((item) => v.parse(Item, unmarshall(item)).record);
}
