import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import { type Delivery, type Letter, type Mailer, unsubscribeHeaders } from './mailer.ts';
import { WORKSPACE_TAG } from './ses-events.ts';

interface Options {
  /** `https://email.eu-central-1.amazonaws.com`, or whatever else speaks the same protocol. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Who writes: an address of a verified identity, perhaps with a name: `Touchbase <touchbase@example.org>`. */
  readonly from: string;
  /** By which SES knows where to tell of bounces; null: by none. */
  readonly configurationSet: string | null;
  /** How long an answer is waited for, in milliseconds. */
  readonly patienceMs?: number;
}

/** Sends by Amazon SES: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export function sesMailer({
  endpoint,
  region,
  credentials,
  from,
  configurationSet,
  patienceMs = 10_000,
}: Options): Mailer {
  const aws = new AwsClient({ ...credentials, region, service: 'ses', retries: 0 });
  return { send };

  async function send(letter: Letter): Promise<Delivery> {
    const request = {
      FromEmailAddress: from,
      ...bodyOf(letter),
      EmailTags: [{ Name: WORKSPACE_TAG, Value: letter.workspace }],
      ...(configurationSet && { ConfigurationSetName: configurationSet }),
    };
    try {
      const signed = await aws.sign(`${endpoint}/v2/email/outbound-emails`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      });
      // Not with the request: of that Node holds a signal so loosely that it may be collected and never come.
      return await deliveryOf(await fetch(signed, { signal: AbortSignal.timeout(patienceMs) }));
    } catch (error) {
      return unheard(error);
    }
  }
}

function bodyOf(letter: Letter) {
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  const Headers = unsubscribeHeaders(letter).map(([Name, Value]) => ({ Name, Value }));
  const Body = { Text: utf8(letter.text), Html: utf8(letter.html) };
  return {
    Destination: { ToAddresses: [letter.to] },
    Content: { Simple: { Subject: utf8(letter.subject), Body, Headers } },
  };
}

const Accepted = v.object({ MessageId: v.string() });
const Failed = v.object({ message: v.optional(v.string(), '') });

async function deliveryOf(response: Response): Promise<Delivery> {
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) {
    const { success, output } = v.safeParse(Accepted, body);
    return success
      ? { is: 'accepted', id: output.MessageId }
      : { is: 'unknown', detail: 'Amazon SES answered without saying what became of it.' };
  }
  const type = response.headers.get('x-amzn-ErrorType')?.split(':')[0] ?? `HTTP ${response.status}`;
  const { success, output } = v.safeParse(Failed, body);
  return refusalOf(response.status, type, success ? output.message : '');
}

/** Of which the next attempt may be better. */
const PASSING = new Set([
  'TooManyRequestsException',
  'LimitExceededException',
  'ThrottlingException',
  'SendingPausedException',
]);

function refusalOf(status: number, type: string, message: string): Delivery {
  if (PASSING.has(type) || status >= 500) return { is: 'delayed', detail: `Amazon SES is busy or paused (${type}).` };
  if (type === 'MessageRejected' && /not verified/i.test(message))
    return {
      is: 'refused',
      detail:
        'Amazon SES is in its sandbox, or the sender is not verified: whoever runs this installation can mend it.',
    };
  return { is: 'refused', detail: `Amazon SES refused it (${type}): ${message.slice(0, 300)}` };
}

/** Where no connection was made nothing was sent. */
function unheard(error: unknown): Delivery {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = cause && 'code' in cause ? String(cause.code) : '';
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code))
    return { is: 'delayed', detail: `Amazon SES cannot be reached (${code}).` };
  return { is: 'unknown', detail: 'Amazon SES did not answer: the letter may have gone, or not.' };
}
