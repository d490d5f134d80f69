import type { Clock } from './clock.ts';
import { ACCOUNT } from './gateway-event.ts';
import { REGION } from './user-pool.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html */
export function scheduledEvent(clock: Clock): object {
  return {
    version: '0',
    id: crypto.randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: ACCOUNT,
    time: new Date(clock.now()).toISOString(),
    region: REGION,
    resources: [],
    detail: {},
  };
}

/** What a topic gives to a function: https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
export function notification(topic: string, message: object, clock: Clock): object {
  const TopicArn = `arn:aws:sns:${REGION}:${ACCOUNT}:touchbase-${topic}`;
  const Sns = {
    ...{ Type: 'Notification', MessageId: crypto.randomUUID(), TopicArn },
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(message),
    Timestamp: new Date(clock.now()).toISOString(),
    ...{ SignatureVersion: '1', Signature: 'none', SigningCertUrl: 'none', UnsubscribeUrl: 'none' },
    MessageAttributes: {},
  };
  const EventSubscriptionArn = `${TopicArn}:${crypto.randomUUID()}`;
  return { Records: [{ EventVersion: '1.0', EventSource: 'aws:sns', EventSubscriptionArn, Sns }] };
}
