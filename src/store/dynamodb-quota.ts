import { marshall } from '@aws-sdk/util-dynamodb';
import * as v from 'valibot';
import { type DynamodbClient, DynamodbError } from './dynamodb-client.ts';
import { partition } from './dynamodb-item.ts';
import { OverQuota, type Quota } from './quota.ts';

interface Options {
  readonly client: DynamodbClient;
  readonly table: string;
  readonly now: () => Date;
  /** Of a workspace in a day, UTC. */
  readonly limits: { readonly writesADay: number; readonly guestWritesADay: number };
}

const DAY_SECONDS = 86_400;

/** Counts in the table: one item a workspace and day, which is counted up on the condition that it stays within the limit. */
export function dynamodbQuota({ client, table, now, limits }: Options): Quota {
  return { spend };

  /** A count whose answer was lost may be made twice: a limit is reached a little early then, and nothing else happens. */
  async function spend(workspace: string, isGuest: boolean, writes: number): Promise<void> {
    const seconds = Math.floor(now().getTime() / 1000);
    const left = (isGuest ? limits.guestWritesADay : limits.writesADay) - writes;
    const untilMidnight = DAY_SECONDS - (seconds % DAY_SECONDS);
    if (left < 0) throw new OverQuota(untilMidnight);
    const request = {
      TableName: table,
      Key: marshall({ pk: partition(workspace), sk: `quota#${now().toISOString().slice(0, 10)}` }),
      UpdateExpression: 'ADD #used :writes SET #expires_at = :expires_at',
      ConditionExpression: 'attribute_not_exists(#used) OR #used <= :left',
      ExpressionAttributeNames: { '#used': 'used', '#expires_at': 'expires_at' },
      ExpressionAttributeValues: marshall({
        ':writes': writes,
        ':left': left,
        ':expires_at': seconds + 2 * DAY_SECONDS,
      }),
    };
    try {
      await client.call('UpdateItem', request, v.object({}));
    } catch (error) {
      if (!(error instanceof DynamodbError) || error.type !== 'ConditionalCheckFailedException') throw error;
      throw new OverQuota(untilMidnight);
    }
  }
}
