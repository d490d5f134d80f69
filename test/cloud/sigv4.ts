import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalHeaders, canonicalPath, canonicalQuery } from './canonical.ts';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** A key as it was issued; one of a person has no session token and does not expire. */
export interface SigningKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiresAt?: number;
}

export interface Verifier<Key extends SigningKey> {
  readonly region: string;
  readonly service: string;
  /** In milliseconds since the epoch. */
  readonly now: number;
  find(accessKeyId: string): Key | undefined;
}

export type SignatureFault =
  | 'MissingAuthenticationTokenException'
  | 'IncompleteSignatureException'
  | 'UnrecognizedClientException'
  | 'ExpiredTokenException'
  | 'InvalidSignatureException';

export type Verdict<Key> =
  | { readonly key: Key; readonly fault?: never }
  | { readonly key?: never; readonly fault: SignatureFault; readonly message: string };

/**
 * Judges the signature of a request:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 *
 * @returns the key that signed it, or why it is refused
 */
export function verifySignature<Key extends SigningKey>(request: WireRequest, verifier: Verifier<Key>): Verdict<Key> {
  try {
    return { key: signer(request, verifier) };
  } catch (error) {
    if (error instanceof Refused) return { fault: error.fault, message: error.message };
    throw error;
  }
}

class Refused extends Error {
  readonly fault: SignatureFault;

  constructor(fault: SignatureFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

function signer<Key extends SigningKey>(request: WireRequest, verifier: Verifier<Key>): Key {
  const headers = canonicalHeaders(request.headers);
  const claimed = readAuthorization(headers.get('authorization'));
  const signedAt = headers.get('x-amz-date') ?? '';
  if (!INSTANT.test(signedAt)) throw new Refused('IncompleteSignatureException', 'The X-Amz-Date header is missing.');
  const scope = readScope(claimed.credential);
  const key = verifier.find(scope.accessKeyId);
  if (key === undefined || key.sessionToken !== headers.get('x-amz-security-token'))
    throw new Refused('UnrecognizedClientException', 'The security token included in the request is invalid.');
  if (key.expiresAt !== undefined && verifier.now >= key.expiresAt)
    throw new Refused('ExpiredTokenException', 'The security token included in the request is expired');
  judgeScope(scope, signedAt, verifier);
  judgeAge(signedAt, verifier.now);
  judgeSignedHeaders(claimed.signedHeaders, headers);
  if (!isSame(claimed.signature, signatureOf(request, headers, claimed.signedHeaders, scope, signedAt, key)))
    throw invalid('The request signature we calculated does not match the signature you provided.');
  return key;
}

function invalid(message: string): Refused {
  return new Refused('InvalidSignatureException', message);
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const INSTANT = /^\d{8}T\d{6}Z$/;

function readAuthorization(authorization: string | undefined) {
  if (authorization === undefined)
    throw new Refused('MissingAuthenticationTokenException', 'Missing Authentication Token');
  const [algorithm, rest = ''] = authorization.split(/ (.*)/s);
  const parts = new Map(rest.split(',').map((part) => part.trim().split(/=(.*)/s, 2) as [string, string]));
  const [credential, signedHeaders, signature] = ['Credential', 'SignedHeaders', 'Signature'].map((n) => parts.get(n));
  if (algorithm !== ALGORITHM || !credential || !signedHeaders || !signature)
    throw new Refused(
      'IncompleteSignatureException',
      `Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters after ${ALGORITHM}.`,
    );
  return { credential, signedHeaders: signedHeaders.split(';'), signature };
}

interface Scope {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
}

function readScope(credential: string): Scope {
  const [accessKeyId, date, region, service, terminator, ...more] = credential.split('/');
  if (!accessKeyId || !date || !region || !service || !terminator || more.length > 0)
    throw new Refused('IncompleteSignatureException', 'Credential must have exactly 5 slash-delimited elements.');
  return { accessKeyId, date, region, service, terminator };
}

function judgeScope(scope: Scope, signedAt: string, { region, service }: Verifier<SigningKey>): void {
  if (scope.region !== region) throw invalid('Credential should be scoped to a valid region.');
  if (scope.service !== service) throw invalid(`Credential should be scoped to correct service: '${service}'.`);
  if (scope.terminator !== 'aws4_request')
    throw invalid("Credential should be scoped with a valid terminator: 'aws4_request'.");
  if (scope.date !== signedAt.slice(0, 8))
    throw invalid('Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.');
}

const TOLERANCE_MS = 5 * 60_000;

function judgeAge(signedAt: string, now: number): void {
  const at = Date.parse(signedAt.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (Number.isNaN(at)) throw invalid(`${signedAt} is no date.`);
  if (at < now - TOLERANCE_MS) throw invalid(`Signature expired: ${signedAt} is now earlier than 5 minutes ago.`);
  if (at > now + TOLERANCE_MS)
    throw invalid(`Signature not yet current: ${signedAt} is still later than in 5 minutes.`);
}

/** Who leaves a header unsigned lets anybody on the way change it; AWS wants the host and all of its own. */
function judgeSignedHeaders(signed: readonly string[], headers: ReadonlyMap<string, string>): void {
  const wanted = ['host', ...[...headers.keys()].filter((name) => name.startsWith('x-amz-'))];
  const unsigned = wanted.find((name) => !signed.includes(name));
  if (unsigned !== undefined) throw invalid(`'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
  const absent = signed.find((name) => !headers.has(name));
  if (absent !== undefined) throw invalid(`'${absent}' is named as signed and is not in the request.`);
  if (signed.join() !== [...new Set(signed)].sort().join()) throw invalid('The signed headers are not in order.');
}

function signatureOf(
  request: WireRequest,
  headers: ReadonlyMap<string, string>,
  signed: readonly string[],
  { date, region, service }: Scope,
  signedAt: string,
  { secretAccessKey }: SigningKey,
): string {
  const [path = '/', query = ''] = request.target.split(/\?(.*)/s);
  const canonical = [
    request.method,
    canonicalPath(path),
    canonicalQuery(query),
    ...signed.map((name) => `${name}:${headers.get(name)}`),
    '',
    signed.join(';'),
    hash(request.body),
  ].join('\n');
  const toSign = [ALGORITHM, signedAt, `${date}/${region}/${service}/aws4_request`, hash(canonical)].join('\n');
  const start: string | Buffer = `AWS4${secretAccessKey}`;
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, start);
  return hmac(key, toSign).toString('hex');
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function isSame(claimed: string, computed: string): boolean {
  return claimed.length === computed.length && timingSafeEqual(Buffer.from(claimed), Buffer.from(computed));
}
