import * as v from 'valibot';
import type { Clock } from './clock.ts';
import type { Issued } from './credentials.ts';
import type { Received, Sent } from './server.ts';
import { verifySignature } from './sigv4.ts';
import { REGION } from './user-pool.ts';

const Text = v.object({ Data: v.string(), Charset: v.literal('UTF-8') });
const Header = v.strictObject({
  Name: v.pipe(v.string(), v.regex(/^[!-9;-~]{1,126}$/)),
  Value: v.pipe(v.string(), v.regex(/^[ -~]{1,870}$/)),
});
const Tag = v.pipe(v.string(), v.regex(/^[\w.@-]{1,256}$/));
const Asked = v.strictObject({
  FromEmailAddress: v.string(),
  Destination: v.strictObject({ ToAddresses: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)) }),
  Content: v.strictObject({
    Simple: v.strictObject({
      Subject: Text,
      Body: v.strictObject({ Text: v.optional(Text), Html: v.optional(Text) }),
      Headers: v.optional(v.pipe(v.array(Header), v.maxLength(15))),
    }),
  }),
  ConfigurationSetName: v.optional(v.string()),
  EmailTags: v.optional(v.pipe(v.array(v.strictObject({ Name: Tag, Value: Tag })), v.maxLength(50))),
});

/** A letter that was taken. */
export type Taken = v.InferOutput<typeof Asked> & { readonly id: string };

export interface EmailServiceOptions {
  readonly clock: Clock;
  find(accessKeyId: string): Issued | undefined;
  /** Whether a role may send; where it is absent any may. */
  readonly mayAsk?: (who: Issued) => boolean;
  /** Addresses and domains that may write, and in the sandbox be written to. */
  readonly verified: Set<string>;
}

/** What SES would answer instead, once. */
export interface Trouble {
  readonly status: number;
  readonly type: string;
  readonly message: string;
}

/**
 * A stand-in of Amazon SES for the one operation that is used, as strict as it says to be
 * (https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html). It delivers nothing.
 */
export class EmailService {
  readonly taken: Taken[] = [];
  /** Answered first, in order; `silence`: the letter is taken and no answer comes. */
  readonly troubles: (Trouble | 'silence')[] = [];
  isInSandbox = true;
  readonly #options: EmailServiceOptions;

  constructor(options: EmailServiceOptions) {
    this.#options = options;
  }

  readonly answer = (request: Received): Sent | Promise<Sent> => {
    const { clock, find, mayAsk = () => true } = this.#options;
    const verdict = verifySignature(request, { region: REGION, service: 'ses', now: clock.now(), find });
    if (verdict.key === undefined) return refusal(403, verdict.fault, verdict.message);
    if (request.method !== 'POST' || request.url.pathname !== '/v2/email/outbound-emails')
      return refusal(404, 'UnknownOperationException', '');
    if (!mayAsk(verdict.key))
      return refusal(403, 'AccessDeniedException', `${verdict.key.role} is not authorized to perform: ses:SendEmail`);
    const trouble = this.troubles.shift();
    if (trouble && trouble !== 'silence') return refusal(trouble.status, trouble.type, trouble.message);
    const sent = this.#take(request);
    return trouble === 'silence' ? new Promise(() => {}) : sent;
  };

  #take({ body }: Received): Sent {
    const { success, output, issues } = v.safeParse(v.pipe(v.string(), v.parseJson(), Asked), body.toString());
    if (!success) return refusal(400, 'BadRequestException', issues.map(({ message }) => message).join('; '));
    const unverified = this.#unverified(output);
    if (unverified.length > 0)
      return refusal(
        400,
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${REGION.toUpperCase()}: ${unverified.join(', ')}`,
      );
    const id = `${crypto.randomUUID()}-000000`;
    this.taken.push({ ...output, id });
    return { status: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ MessageId: id }) };
  }

  #unverified({ FromEmailAddress, Destination }: v.InferOutput<typeof Asked>): string[] {
    const { verified } = this.#options;
    const isVerified = (address: string) => verified.has(address) || verified.has(address.split('@')[1] ?? '');
    const from = /<([^>]+)>$/.exec(FromEmailAddress)?.[1] ?? FromEmailAddress;
    return [from, ...(this.isInSandbox ? Destination.ToAddresses : [])].filter((address) => !isVerified(address));
  }
}

function refusal(status: number, type: string, message: string): Sent {
  const headers = { 'Content-Type': 'application/json', 'x-amzn-ErrorType': type };
  return { status, headers, body: JSON.stringify({ message }) };
}
