import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import type { Directory, Login, Person } from './directory.ts';
import { StoreBusy } from './store.ts';

interface Options {
  /** `https://cognito-idp.eu-central-1.amazonaws.com/`, or whatever else speaks the same protocol. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** The id of the user pool: `eu-central-1_abc`. */
  readonly pool: string;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

const PAUSES_MS = [0, 200, 800];
const ATTEMPT_MS = 3000;

/**
 * Asks a Cognito user pool, by the one operation
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
 */
export function cognitoDirectory({ endpoint, region, credentials, pool, sleep = wait }: Options): Directory {
  const aws = new AwsClient({ ...credentials, region, service: 'cognito-idp', retries: 0 });
  return { pool, personOf };

  async function personOf(login: Login): Promise<Person | undefined> {
    if (login.pool !== pool) return undefined;
    let cause: unknown;
    for (const pause of PAUSES_MS) {
      if (pause > 0) await sleep(pause);
      const answer = await ask(login.subject).catch((error: unknown) => ({ status: 503, text: String(error) }));
      if (answer.status === 200) return personIn(answer.text);
      if (answer.text.includes('UserNotFoundException')) return undefined;
      cause = new Error(`AdminGetUser: HTTP ${answer.status}: ${answer.text.slice(0, 500)}`);
      if (!isPassing(answer)) throw cause;
    }
    throw new StoreBusy('The directory of people cannot be reached.', { cause });
  }

  async function ask(subject: string): Promise<Said> {
    const signed = await aws.sign(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.1',
        'X-Amz-Target': 'AWSCognitoIdentityProviderService.AdminGetUser',
      },
      body: JSON.stringify({ UserPoolId: pool, Username: subject }),
    });
    // Not with the request: of that Node holds a signal so loosely that it may be collected and never come.
    const response = await fetch(signed, { signal: AbortSignal.timeout(ATTEMPT_MS) });
    return { status: response.status, text: await response.text() };
  }
}

interface Said {
  readonly status: number;
  readonly text: string;
}

function isPassing({ status, text }: Said): boolean {
  return status >= 500 || text.includes('TooManyRequestsException');
}

const User = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    Enabled: v.optional(v.boolean(), true),
    UserAttributes: v.array(v.object({ Name: v.string(), Value: v.optional(v.string(), '') })),
  }),
);

/** A person who was locked out proves nothing, and neither does one without an address. */
function personIn(text: string): Person | undefined {
  const { Enabled, UserAttributes } = v.parse(User, text);
  const attribute = (name: string) => UserAttributes.find(({ Name }) => Name === name)?.Value;
  const email = attribute('email');
  return Enabled && email ? { email, isEmailVerified: attribute('email_verified') === 'true' } : undefined;
}
