import type { Context as LambdaContext } from 'aws-lambda';
import { remindDue } from '../delivery/remind.ts';
import { NOUNS } from '../domain/nouns.ts';
import { openDynamodb } from '../store/dynamodb.ts';
import { dynamodbClient } from '../store/dynamodb-client.ts';
import { openItems } from '../store/dynamodb-items.ts';
import { openDynamodbLedger } from '../store/dynamodb-ledger.ts';
import { openRecipients } from '../store/dynamodb-recipients.ts';
import { openSecrets } from '../store/dynamodb-secrets.ts';
import { openWakes } from '../store/dynamodb-wakes.ts';
import { readEnvironment } from './cloud-environment.ts';
import { cloudSenders } from './cloud-senders.ts';
import { faultLine, metricsLine } from './lambda-log.ts';

/** What is left of the function's time when no more people are looked at, in milliseconds: those under way may take as long. */
const RESERVE_MS = 60_000;

/** Every quarter of an hour: tells everybody whose time has come what is due. What this breaks off, the next one goes on. */
export async function handler(_: unknown, context: Pick<LambdaContext, 'getRemainingTimeInMillis'>): Promise<void> {
  const deadline = new Date(Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS);
  const { looked, sent, failed, faults, finished } = await remindDue(reminder(), deadline);
  const counts = { RemindersDue: looked, RemindersSent: sent, RemindersFailed: failed + faults };
  write(metricsLine({ route: 'remind', faults, finished }, counts, now()));
}

function reminder(): Parameters<typeof remindDue>[0] {
  const environment = readEnvironment(process.env);
  const { dynamodb, table } = environment;
  const client = dynamodbClient(dynamodb);
  const items = openItems(client, table);
  const recipients = openRecipients(items, now);
  return {
    store: openDynamodb({ client, table, nouns: NOUNS, now }),
    wakes: openWakes(items),
    ledger: openDynamodbLedger(items, now),
    recipients,
    senders: cloudSenders(environment, { secrets: openSecrets(items), recipients, now }),
    now,
    onFault: (error) => write(faultLine(error, { route: 'remind' }, now())),
  };
}

function now(): Date {
  return new Date();
}

/** Past the runtime's console, which would wrap the line so that its metrics are not found. */
function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
