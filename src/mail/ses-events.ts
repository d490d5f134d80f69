import * as v from 'valibot';
import type { PauseReason } from '../store/recipients.ts';

/** What SES says of a letter that must end all further ones to an address. */
export interface Returned {
  /** Whose letter it was, as its sender had tagged it. */
  readonly workspace: string;
  readonly reason: Extract<PauseReason, 'bounced' | 'complained'>;
  /** As the mail server that answered writes them. */
  readonly addresses: readonly string[];
}

/** What became of a letter that SES tells of. */
export type SesEvent =
  | ({ readonly is: 'returned' } & Returned)
  /** Nothing follows from it: the letter may come yet, or no address is to blame. `type`: in the words of SES. */
  | { readonly is: 'noted'; readonly type: string };

/** By this tag of a letter, what is told of it says whose it was. */
export const WORKSPACE_TAG = 'workspace';

const Mail = v.object({ tags: v.optional(v.record(v.string(), v.array(v.string())), {}) });
const Recipients = v.array(v.object({ emailAddress: v.string() }));

const Event = v.variant('eventType', [
  v.object({
    eventType: v.literal('Bounce'),
    mail: Mail,
    bounce: v.object({ bounceType: v.string(), bouncedRecipients: Recipients }),
  }),
  v.object({
    eventType: v.literal('Complaint'),
    mail: Mail,
    complaint: v.object({ complainedRecipients: Recipients }),
  }),
]);
const AnyEvent = v.object({ eventType: v.string() });
const Json = v.pipe(v.string(), v.parseJson());

/**
 * Reads what SES publishes to a topic, as
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html has it.
 *
 * @param text of a message of the topic
 * @throws ValiError where it is nothing of that kind
 */
export function readSesEvent(text: string): SesEvent {
  const { success, output: message } = v.safeParse(Json, text);
  // When a topic is made known to SES, it says in plain words that it has found it.
  if (!success) return { is: 'noted', type: 'Text' };
  const { eventType: type } = v.parse(AnyEvent, message);
  if (type !== 'Bounce' && type !== 'Complaint') return { is: 'noted', type };
  const event = v.parse(Event, message);
  const workspace = event.mail.tags[WORKSPACE_TAG]?.[0];
  if (workspace === undefined) return { is: 'noted', type: `${type} of an untagged letter` };
  if (event.eventType === 'Complaint')
    return {
      is: 'returned',
      workspace,
      reason: 'complained',
      addresses: addressesOf(event.complaint.complainedRecipients),
    };
  const { bounceType, bouncedRecipients } = event.bounce;
  // A full mailbox or a server that is away says nothing against an address.
  if (bounceType !== 'Permanent') return { is: 'noted', type: `${type} ${bounceType}` };
  return { is: 'returned', workspace, reason: 'bounced', addresses: addressesOf(bouncedRecipients) };
}

/** Some servers name a person, too: `Ada <ada@example.org>`. */
function addressesOf(recipients: v.InferOutput<typeof Recipients>): string[] {
  return recipients.map(({ emailAddress }) => /<([^<>]+)>\s*$/.exec(emailAddress)?.[1] ?? emailAddress);
}
