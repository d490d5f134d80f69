import { AwsClient } from 'aws4fetch';
import * as v from 'valibot';
import type { CloudConfig } from './config.ts';
import type { Credentials } from './credentials.ts';
import type { TemporaryKeys } from './identity.ts';
import type { ServerClock } from './server-clock.ts';

export interface SigningParts {
  readonly config: Pick<CloudConfig, 'api' | 'region'>;
  readonly credentials: Pick<Credentials, 'current' | 'expire'>;
  readonly clock: ServerClock;
  readonly request: typeof fetch;
}

/** As sent first; with the right time; with new keys. */
const MOST_ATTEMPTS = 3;

/** A request's answer, and what it was signed with. */
interface Sent {
  readonly response: Response;
  readonly keys: TemporaryKeys;
  readonly signedAt: number;
}

const codeSchema = v.object({ code: v.string() });

/**
 * A `fetch` for paths of the API, `/v1/…`, that signs each request (Signature Version 4,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html). Where the keys have expired or the clock of this
 * machine is wrong it asks again. Fails as `Credentials.current` does.
 */
export function signedFetch(parts: SigningParts): typeof fetch {
  return async (path, init = {}) => {
    for (let attempt = 1; ; attempt++) {
      const sent = await send(parts, `${path}`, init);
      if (attempt === MOST_ATTEMPTS || !(await isMended(parts, sent))) return sent.response;
    }
  };
}

async function send(
  { config, credentials, clock, request }: SigningParts,
  path: string,
  init: RequestInit,
): Promise<Sent> {
  const keys = await credentials.current();
  const { signal, ...rest } = init;
  const signer = new AwsClient({
    accessKeyId: keys.accessKeyId,
    secretAccessKey: keys.secretKey,
    sessionToken: keys.sessionToken,
    service: 'execute-api',
    region: config.region,
  });
  const signedAt = clock.now();
  const datetime = new Date(signedAt).toISOString().replace(/[:-]|\.\d{3}/g, '');
  const signed = await signer.sign(config.api + path.replace(/^\/v1/, ''), { ...rest, aws: { datetime } });
  const response = await request(signed, { signal: signal ?? null, credentials: 'omit', cache: 'no-store' });
  return { response, keys, signedAt };
}

/** Whether a refusal was about the keys or the time, and asking again may help. */
async function isMended({ credentials, clock }: SigningParts, { response, keys, signedAt }: Sent): Promise<boolean> {
  const isLate = clock.learn(response.headers.get('Date'), signedAt);
  if (response.status !== 403) return false;
  const code = v.safeParse(
    codeSchema,
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  if (!code.success) return false;
  if (code.output.code === 'bad_signature') return isLate;
  if (code.output.code === 'expired_credentials') credentials.expire(keys);
  return code.output.code === 'expired_credentials';
}
