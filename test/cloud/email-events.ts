import type { Clock } from './clock.ts';
import type { Taken } from './email-service.ts';
import { ACCOUNT } from './gateway-event.ts';
import { REGION } from './user-pool.ts';

/**
 * What SES publishes of a letter that came back, as the examples of
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html have it.
 */
export function bounceEvent(letter: Taken, clock: Clock, bounceType: 'Permanent' | 'Transient'): object {
  const bouncedRecipients = letter.Destination.ToAddresses.map((emailAddress) => ({
    emailAddress,
    ...{ action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  }));
  const about = { bounceType, bounceSubType: 'General', bouncedRecipients, reportingMTA: 'dsn; mta.example.org' };
  return { eventType: 'Bounce', bounce: { ...about, ...dated(clock) }, mail: mailOf(letter, clock) };
}

/** What SES publishes where somebody says that a letter is spam. */
export function complaintEvent(letter: Taken, clock: Clock): object {
  const complainedRecipients = letter.Destination.ToAddresses.map((emailAddress) => ({ emailAddress }));
  const about = { complainedRecipients, complaintSubType: null, complaintFeedbackType: 'abuse' };
  return { eventType: 'Complaint', complaint: { ...about, ...dated(clock) }, mail: mailOf(letter, clock) };
}

function dated(clock: Clock) {
  return { timestamp: new Date(clock.now()).toISOString(), feedbackId: crypto.randomUUID() };
}

function mailOf({ id, FromEmailAddress, Destination, ConfigurationSetName, EmailTags = [] }: Taken, clock: Clock) {
  return {
    timestamp: new Date(clock.now()).toISOString(),
    source: FromEmailAddress,
    sourceArn: `arn:aws:ses:${REGION}:${ACCOUNT}:identity/touchbase.example`,
    sendingAccountId: ACCOUNT,
    messageId: id,
    destination: Destination.ToAddresses,
    headersTruncated: false,
    tags: {
      'ses:configuration-set': [ConfigurationSetName],
      ...Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, [Value]])),
    },
  };
}
