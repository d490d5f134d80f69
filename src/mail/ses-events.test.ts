import { expect, test } from 'vitest';
import { readSesEvent, type SesEvent } from './ses-events.ts';

const MAIL = {
  timestamp: '2026-11-26T07:00:02.012Z',
  source: 'Touchbase <reminders@touchbase.example>',
  messageId: 'EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000',
  destination: ['ada@example.org'],
  tags: { 'ses:configuration-set': ['touchbase'], workspace: ['w1'] },
};

/** As the examples of AWS have it. */
function bounce(bounceType: string, emailAddress = 'ada@example.org', mail: object = MAIL) {
  const bouncedRecipients = [{ emailAddress, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' }];
  return { eventType: 'Bounce', bounce: { bounceType, bounceSubType: 'General', bouncedRecipients }, mail };
}

test.each(['ada@example.org', 'Ada <ada@example.org>'])(
  'of a mailbox that is not there: %s is not written to again',
  (as) => {
    expect(read(bounce('Permanent', as))).toEqual({
      is: 'returned',
      ...{ workspace: 'w1', reason: 'bounced', addresses: ['ada@example.org'] },
    });
  },
);

test('whoever calls it spam is not written to again', () => {
  const complaint = { complainedRecipients: [{ emailAddress: 'ada@example.org' }], complaintFeedbackType: 'abuse' };
  expect(read({ eventType: 'Complaint', complaint, mail: MAIL })).toEqual({
    is: 'returned',
    ...{ workspace: 'w1', reason: 'complained', addresses: ['ada@example.org'] },
  });
});

test.each([
  ['a mailbox that is full', bounce('Transient'), 'Bounce Transient'],
  ['what nobody can tell', bounce('Undetermined'), 'Bounce Undetermined'],
  ['a letter of another program', bounce('Permanent', 'ada@example.org', {}), 'Bounce of an untagged letter'],
  ['a letter that SES did not send', { eventType: 'Reject', reject: { reason: 'Bad content' }, mail: MAIL }, 'Reject'],
])('nothing follows from %s', (_, event, type) => {
  expect(read(event)).toEqual({ is: 'noted', type });
});

test('that SES has found the topic is no event, and no fault', () => {
  const text = 'Successfully validated SNS topic for Amazon SES event publishing.';
  expect(readSesEvent(text)).toEqual({ is: 'noted', type: 'Text' });
});

test('what is no event of SES is a fault', () => {
  expect(() => read({ notificationType: 'Bounce' })).toThrow();
  expect(() => read({ eventType: 'Bounce', mail: MAIL })).toThrow();
});

function read(event: object): SesEvent {
  return readSesEvent(JSON.stringify(event));
}
