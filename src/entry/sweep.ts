import type { Context as LambdaContext } from 'aws-lambda';
import { dynamodbClient } from '../store/dynamodb-client.ts';
import { sweep } from '../store/dynamodb-sweep.ts';
import { readEnvironment } from './cloud-environment.ts';

/** What is left of the function's time when a sweep comes to its end, in milliseconds: one call may take that long. */
const RESERVE_MS = 25_000;

/** Once a day: deletes what people asked to be deleted, and what guests left behind. */
export async function handler(_: unknown, context: Pick<LambdaContext, 'getRemainingTimeInMillis'>): Promise<void> {
  const { dynamodb, table, limits } = readEnvironment(process.env);
  const options = { client: dynamodbClient(dynamodb), table, now: () => new Date(), guestDays: limits.guestDays };
  const deadline = new Date(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
  const swept = await sweep(options, deadline);
  process.stdout.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level: 'INFO', route: 'sweep', ...swept })}\n`,
  );
}
