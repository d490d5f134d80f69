import * as v from 'valibot';
import { readSesEvent, type SesEvent } from '../mail/ses-events.ts';
import { dynamodbClient } from '../store/dynamodb-client.ts';
import { openItems } from '../store/dynamodb-items.ts';
import { openRecipients } from '../store/dynamodb-recipients.ts';
import { readEnvironment } from './cloud-environment.ts';
import { faultLine, metricsLine } from './lambda-log.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
const Notifications = v.object({
  Records: v.array(v.object({ Sns: v.object({ Message: v.string() }) })),
});

/**
 * What SES says of letters that came back, or that people call spam: no more go to such an address. It may be told the same
 * twice, and late: an address that was kept anew meanwhile is another.
 */
export async function handler(event: unknown): Promise<void> {
  try {
    for (const { Sns } of v.parse(Notifications, event).Records) await take(readSesEvent(Sns.Message));
  } catch (error) {
    process.stdout.write(`${faultLine(error, { route: 'bounces' }, new Date())}\n`);
    // Lambda writes what is thrown to the log, too, and the fault itself may quote an address.
    throw new Error('What SES said was not taken in.');
  }
}

async function take(event: SesEvent): Promise<void> {
  const { is, ...told } = event;
  const paused = event.is === 'returned' ? await pause(event) : 0;
  // Of an address not a word: the workspace is its name here.
  const about = 'workspace' in told ? { workspace: told.workspace, reason: told.reason } : told;
  process.stdout.write(`${metricsLine({ route: 'bounces', is, ...about }, { MailPauses: paused }, new Date())}\n`);
}

async function pause({ workspace, reason, addresses }: Extract<SesEvent, { is: 'returned' }>): Promise<number> {
  const { dynamodb, table } = readEnvironment(process.env);
  const recipients = openRecipients(openItems(dynamodbClient(dynamodb), table), () => new Date());
  let paused = 0;
  for (const address of addresses) if (await recipients.pause(workspace, reason, address)) paused++;
  return paused;
}
