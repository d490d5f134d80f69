import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startClock } from './clock.ts';
import { credentialsIssuer } from './credentials.ts';
import { type Server, serve } from './server.ts';
import { type SigningKey, verifySignature, type WireRequest } from './sigv4.ts';

const KEY = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };
const AT = Date.parse('2015-08-30T12:36:00Z');
const DATE = ['X-Amz-Date', '20150830T123600Z'] as const;

/** Of AWS's published test suite of Signature Version 4, and of the example in the reference of IAM. */
const PUBLISHED = [
  { name: 'get-vanilla', signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    name: 'get-vanilla-query-order-key-case',
    target: '/?Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-vanilla-utf8-query',
    target: '/?%E1%88%B4=bar',
    signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
  },
  {
    name: 'post-vanilla',
    method: 'POST',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'post-header-key-sort',
    method: 'POST',
    headers: [['My-Header1', 'value1'] as const],
    signature: 'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
  },
  {
    name: 'get-header-value-trim',
    headers: [['My-Header1', ' value1'] as const, ['My-Header2', ' "a   b   c"'] as const],
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    name: 'ListUsers',
    target: '/?Action=ListUsers&Version=2010-05-08',
    host: 'iam.amazonaws.com',
    service: 'iam',
    headers: [['content-type', 'application/x-www-form-urlencoded; charset=utf-8'] as const],
    signature: '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  },
];

describe('a published signature is found right', () => {
  test.each(PUBLISHED)(
    '$name',
    ({ method = 'GET', target = '/', host, service = 'service', headers = [], signature }) => {
      const sent = [['Host', host ?? 'example.amazonaws.com'] as const, DATE, ...headers];
      const signed = sent.map(([name]) => name.toLowerCase()).sort();
      const credential = `${KEY.accessKeyId}/20150830/us-east-1/${service}/aws4_request`;
      const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed.join(';')}, Signature=`;
      const judge = (claimed: string) =>
        verifySignature(
          { method, target, headers: [...sent, ['Authorization', authorization + claimed]], body: Buffer.from('') },
          { region: 'us-east-1', service, now: AT, find: () => KEY },
        );
      expect(judge(signature)).toEqual({ key: KEY });
      expect(judge(signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0')))).toMatchObject({
        fault: 'InvalidSignatureException',
      });
    },
  );
});

describe('a request that aws4fetch signed', () => {
  const issued = credentialsIssuer().issue({ expiresAt: AT + 3_600_000, role: 'guest' });
  const target = '/v1/contacts/a%20b%2Fc/(d)?q=%C3%BCber%20all&q=a&cursor=a%2Bb%3D%3D&~=*';

  test('passes, with an encoded path, a query in any order, a body and a session token', async () => {
    expect(judge(await signed({ target }))).toEqual({ key: issued });
  });

  const fault = (request: WireRequest, options?: Partial<Judging>) => judge(request, options).fault;
  const tampered: [string, (request: WireRequest) => WireRequest][] = [
    ['another method', (request) => ({ ...request, method: 'PUT' })],
    ['another path', (request) => ({ ...request, target: request.target.replace('contacts', 'tasks') })],
    ['a path decoded once', (request) => ({ ...request, target: request.target.replace('%2F', '/') })],
    ['another query', (request) => ({ ...request, target: request.target.replace('q=a&', 'q=b&') })],
    ['one parameter more', (request) => ({ ...request, target: `${request.target}&limit=1` })],
    ['another body', (request) => ({ ...request, body: Buffer.from('{"name":"Eve"}') })],
    ['no body', (request) => ({ ...request, body: Buffer.from('') })],
    ['another host', (request) => withHeader(request, 'host', 'other.example')],
    ['another value of a signed header', (request) => withHeader(request, 'if-match', '"2"')],
    ['a signed header twice', (request) => ({ ...request, headers: [...request.headers, ['If-Match', '"2"']] })],
    ['a signed header left out', (request) => withoutHeader(request, 'if-match')],
    ['a header of AWS that is not signed', (request) => withHeader(request, 'x-amz-target', 'Other')],
    ['another instant', (request) => withHeader(request, 'x-amz-date', '20150830T123601Z')],
    ['another day', (request) => withHeader(request, 'x-amz-date', '20150831T123600Z')],
    [
      'a host that is not signed',
      (request) => withAuthorization(request, (text) => text.replace('host;if-match', 'if-match')),
    ],
  ];
  test.each(tampered)('is refused with %s', async (_, tamper) => {
    expect(fault(tamper(await signed({ target })))).toBe('InvalidSignatureException');
  });

  test('is refused with the wrong secret, region, service or day of the scope', async () => {
    for (const wrong of [
      { secretAccessKey: KEY.secretAccessKey },
      { region: 'us-east-1' },
      { service: 'dynamodb' },
      { datetime: '20150829T123600Z' },
    ])
      expect(fault(await signed({ target, ...wrong })), JSON.stringify(wrong)).toBe('InvalidSignatureException');
  });

  test('is refused more than five minutes before or after it was signed', async () => {
    const request = await signed({ target });
    const at = (minutes: number) => fault(request, { now: AT + minutes * 60_000 });
    expect([-5.1, -4.9, 4.9, 5.1].map(at)).toEqual([
      'InvalidSignatureException',
      undefined,
      undefined,
      'InvalidSignatureException',
    ]);
  });

  test('is refused as expired from the moment when the credentials are, however well it is signed', async () => {
    const request = await signed({ target, datetime: '20150830T133600Z' });
    expect(fault(request, { now: issued.expiresAt - 1 })).toBeUndefined();
    expect(fault(request, { now: issued.expiresAt })).toBe('ExpiredTokenException');
  });

  test('is refused as of nobody with an unknown key, without the session token and with another', async () => {
    const request = await signed({ target });
    const unknown = 'UnrecognizedClientException';
    expect(fault(await signed({ target, accessKeyId: 'ASIAUNKNOWN' }))).toBe(unknown);
    expect(fault(withoutHeader(request, 'x-amz-security-token'))).toBe(unknown);
    expect(fault(withHeader(request, 'x-amz-security-token', 'another'))).toBe(unknown);
  });

  test('is refused as incomplete with half an Authorization header, and as unsigned without one', async () => {
    const request = await signed({ target });
    const incomplete = 'IncompleteSignatureException';
    expect(fault(withoutHeader(request, 'authorization'))).toBe('MissingAuthenticationTokenException');
    expect(fault(withAuthorization(request, () => 'Bearer abc'))).toBe(incomplete);
    expect(fault(withAuthorization(request, (text) => text.replace(/,\s*Signature.*/, '')))).toBe(incomplete);
    expect(fault(withAuthorization(request, (text) => text.replace('/aws4_request', '')))).toBe(incomplete);
    expect(fault(withoutHeader(request, 'x-amz-date'))).toBe(incomplete);
  });

  interface Judging {
    readonly now: number;
  }

  function judge(request: WireRequest, { now = AT }: Partial<Judging> = {}) {
    const find = (id: string) => (id === issued.accessKeyId ? issued : undefined);
    return verifySignature<SigningKey>(request, { region: 'eu-central-1', service: 'execute-api', now, find });
  }

  async function signed(options: Partial<ConstructorParameters<typeof AwsV4Signer>[0]> & { target: string }) {
    const body = '{"name":"Ada"}';
    const { accessKeyId, secretAccessKey, sessionToken } = issued;
    const signer = new AwsV4Signer({
      ...{ accessKeyId, secretAccessKey, sessionToken, body, method: 'POST', datetime: '20150830T123600Z' },
      ...{ region: 'eu-central-1', service: 'execute-api', headers: { 'If-Match': '"1"' } },
      ...options,
      url: `https://api.example${options.target}`,
    });
    const { url, headers, method } = await signer.sign();
    const { pathname, search, host } = new URL(url);
    return {
      method,
      target: pathname + search,
      headers: [['Host', host] as const, ...headers],
      body: Buffer.from(body),
    };
  }
});

describe('an independent signer passes and is refused when its body is changed:', () => {
  const issued = credentialsIssuer().issue({ expiresAt: Number.POSITIVE_INFINITY, role: 'guest' });
  let server: Server;
  beforeAll(async () => {
    const clock = startClock();
    server = await serve(clock, (request) => {
      const verifier = { region: 'eu-central-1', service: 'execute-api', now: clock.now(), find: () => issued };
      const altered = { ...request, body: Buffer.from('altered') };
      const verdicts = [request, altered].map((judged) => verifySignature(judged, verifier).fault ?? 'passes');
      return { status: 200, body: verdicts.join() };
    });
  });
  afterAll(() => server.stop());

  test('curl', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = issued;
    const { stdout } = await promisify(execFile)('curl', [
      ...['--silent', '--aws-sigv4', 'aws:amz:eu-central-1:execute-api', '--user', `${accessKeyId}:${secretAccessKey}`],
      ...['--header', `X-Amz-Security-Token: ${sessionToken}`, '--header', 'Content-Type: application/json'],
      ...['--data', '{"name":"Ada"}', `${server.origin}/v1/contacts`],
    ]);
    expect(stdout).toBe('passes,InvalidSignatureException');
  });

  // Not every machine has Python with AWS's own signer; curl is on all of them.
  test.skipIf(spawnSync('python3', ['-c', 'import botocore']).status !== 0)('botocore', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = issued;
    const url = `${server.origin}/v1/contacts/a%20b?q=a%20b&cursor=x%3D%3D&q=A`;
    const { stdout } = await promisify(execFile)('python3', [
      ...['-c', BOTOCORE, url, '{"name":"Ada"}', accessKeyId, secretAccessKey, sessionToken],
    ]);
    expect(stdout.trim()).toBe('passes,InvalidSignatureException');
  });
});

const BOTOCORE = `
import sys, urllib.request
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
url, body, *keys = sys.argv[1:]
request = AWSRequest('POST', url, data=body, headers={'Content-Type': 'application/json'})
SigV4Auth(Credentials(*keys), 'execute-api', 'eu-central-1').add_auth(request)
sent = urllib.request.Request(url, body.encode(), dict(request.headers), method='POST')
print(urllib.request.urlopen(sent).read().decode())
`;

function withHeader(request: WireRequest, name: string, value: string): WireRequest {
  return { ...request, headers: [...withoutHeader(request, name).headers, [name, value]] };
}

function withoutHeader(request: WireRequest, name: string): WireRequest {
  return { ...request, headers: request.headers.filter(([known]) => known.toLowerCase() !== name) };
}

function withAuthorization(request: WireRequest, change: (text: string) => string): WireRequest {
  const [, authorization = ''] = request.headers.find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return withHeader(request, 'authorization', change(authorization));
}
