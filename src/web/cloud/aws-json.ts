import * as v from 'valibot';
import { Unreachable } from '../sync/server.ts';
import { say } from '../words/say-account.ts';
import { ServiceRefused } from './trouble.ts';

const refusalSchema = v.object({ __type: v.string() });

export interface AwsRequest {
  readonly address: string;
  /** Service and operation: `AWSCognitoIdentityService.GetId`. */
  readonly target: string;
  readonly input: object;
}

/**
 * Sends an unsigned request of the AWS JSON 1.1 protocol (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html).
 *
 * @throws ServiceRefused where the service names its reason
 * @throws Unreachable where there is no answer, or none that can be understood
 */
export async function askAws<T>(
  request: typeof fetch,
  { address, target, input }: AwsRequest,
  schema: v.GenericSchema<unknown, T>,
): Promise<{ readonly output: T; readonly date: string | null }> {
  const headers = { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': target };
  const response = await send(request, address, { method: 'POST', headers, body: JSON.stringify(input) });
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw refusalOf(response, body);
  const { success, output } = v.safeParse(schema, body);
  if (!success) throw new Unreachable(say.cloud.notUnderstood);
  return { output, date: response.headers.get('Date') };
}

async function send(request: typeof fetch, address: string, init: RequestInit): Promise<Response> {
  try {
    return await request(address, { ...init, credentials: 'omit', signal: AbortSignal.timeout(15_000) });
  } catch (cause) {
    throw new Unreachable(say.cloud.noAnswer, { cause });
  }
}

/** The name may come with a namespace before it, as `com.amazonaws…#NotAuthorizedException`. */
function refusalOf(response: Response, body: unknown): Unreachable {
  const named = v.safeParse(refusalSchema, body);
  if (!named.success) return new Unreachable(say.cloud.answered(response.status));
  return new ServiceRefused(named.output.__type.replace(/^.*#/, ''), say.cloud.identityRefused);
}
