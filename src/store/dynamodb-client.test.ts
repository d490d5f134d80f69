import { createHash, createHmac } from 'node:crypto';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { answers, CREDENTIALS, clientOf, type Reply, refuses, type Seen } from '../../test/scripted-server.ts';
import { DynamodbError } from './dynamodb-client.ts';
import { StoreBusy } from './store.ts';

const Anything = v.object({});

describe('a request', () => {
  test('names its operation, holds JSON, and is signed with Signature Version 4', async () => {
    const { client, seen } = await clientOf([answers({})], {
      credentials: { ...CREDENTIALS, sessionToken: 'a token' },
    });
    await client.call('GetItem', { TableName: 'ä' }, Anything);
    const [request] = seen;
    expect(request?.headers).toMatchObject({
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-security-token': 'a token',
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({ TableName: 'ä' });
    expect(request?.headers.authorization).toBe(request && authorization(request));
  });

  test.each([
    ['one table', { CapacityUnits: 1.5 }, 1.5],
    ['a batch', [{ CapacityUnits: 1 }, { CapacityUnits: 0.5 }], 1.5],
    ['a server that does not count', undefined, 0],
  ])('tells the capacity units that it consumed: %s', async (_, ConsumedCapacity, expected) => {
    const told: unknown[] = [];
    const onCapacity = (units: number, operation: string) => told.push([operation, units]);
    const { client, seen } = await clientOf([answers({ ConsumedCapacity })], { onCapacity });
    await client.call('Query', {}, Anything);
    expect(told).toEqual([['Query', expected]]);
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ ReturnConsumedCapacity: 'TOTAL' });
  });

  test('is not sent again where DynamoDB refuses what it asks', async () => {
    const refused = refuses(400, { __type: 'com.amazon.coral.validate#ValidationException', message: 'Empty key.' });
    const { client, seen } = await clientOf([refused]);
    const asked = client.call('GetItem', {}, Anything);
    await expect(asked).rejects.toThrow(new DynamodbError('ValidationException', 'Empty key.'));
    expect(seen).toHaveLength(1);
  });

  test('that something else than DynamoDB answers is an error with the beginning of what it said', async () => {
    const { client } = await clientOf([(response) => response.writeHead(404).end('<h1>No such host</h1>')]);
    await expect(client.call('GetItem', {}, Anything)).rejects.toThrow('UnknownError: <h1>No such host</h1>');
  });

  test('whose answer has another shape is an error', async () => {
    const { client } = await clientOf([answers({ Items: 3 })]);
    await expect(client.call('Query', {}, v.object({ Items: v.array(v.any()) }))).rejects.toThrow('Expected Array');
  });
});

describe('a deadline', () => {
  test('ends a request that hangs, however long an attempt may take', async () => {
    const { client } = await clientOf([() => undefined], { deadline: () => Date.now() + 50, attemptMs: 60_000 });
    await expect(client.call('GetItem', {}, Anything)).rejects.toThrow(StoreBusy);
  });

  test('is not slept past', async () => {
    const busy = refuses(400, { __type: 'ThrottlingException' });
    const { client, seen, pauses } = await clientOf([busy], { deadline: () => Date.now() + 120 });
    await expect(client.call('GetItem', {}, Anything)).rejects.toThrow(StoreBusy);
    expect(pauses.every((ms) => ms < 120)).toBe(true);
    expect(seen.length).toBeLessThan(6);
  });
});

const SILENCE: Reply = () => {};

describe('a request is sent again', () => {
  test.each<[string, Reply]>([
    [
      'it is throttled by the table',
      throttles('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException'),
    ],
    ['it is throttled by the service', throttles('com.amazon.coral.availability#ThrottlingException')],
    ['it is throttled by the account', throttles('com.amazonaws.dynamodb.v20120810#RequestLimitExceeded')],
    ['there is an internal error', refuses(500, { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' })],
    ['there is something before DynamoDB', (response) => response.writeHead(503).end('<html>')],
    ['the connection breaks', (response) => response.destroy()],
    [
      'the connection breaks within the answer',
      (response) => response.writeHead(200, { 'content-length': '9' }).write('{', () => response.destroy()),
    ],
    ['nothing is heard', SILENCE],
  ])('when %s', async (_, failure) => {
    // However slow the machine is, an attempt that is answered must not be given up.
    const attemptMs = failure === SILENCE ? 500 : 60_000;
    const { client, seen, pauses } = await clientOf([failure, failure, answers({ ok: true })], { attemptMs });
    expect(await client.call('GetItem', {}, v.object({ ok: v.boolean() }))).toEqual({ ok: true });
    expect(seen).toHaveLength(3);
    expect(pauses).toEqual([50, 100]);
  });

  test('at most five times, after pauses that double, and then the store is busy', async () => {
    const { client, seen, pauses } = await clientOf([refuses(500, {})]);
    await expect(client.call('GetItem', {}, Anything)).rejects.toBeInstanceOf(StoreBusy);
    expect(seen).toHaveLength(6);
    expect(pauses).toEqual([50, 100, 200, 400, 800]);
  });

  test('after a random part of the pause, so that many clients do not come back at once', async () => {
    const { client, pauses } = await clientOf([refuses(500, {}), answers({})], { random: () => 0.25 });
    await client.call('GetItem', {}, Anything);
    expect(pauses).toEqual([12.5]);
  });

  test('and the store is busy, with the reason, where nobody listens', async () => {
    const { client } = await clientOf([], { endpoint: 'http://127.0.0.1:1' });
    const asked = client.call('GetItem', {}, Anything);
    await expect(asked).rejects.toMatchObject({ name: 'StoreBusy', cause: { message: 'fetch failed' } });
  });
});

function throttles(__type: string): Reply {
  return refuses(400, { __type, message: 'Too fast.' });
}

/** Computed anew from https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function authorization({ headers, body }: Seen): string {
  const instant = String(headers['x-amz-date']);
  const scope = [instant.slice(0, 8), 'eu-central-1', 'dynamodb', 'aws4_request'];
  const names = ['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target'];
  const canonicalHeaders = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonicalRequest = ['POST', '/', '', canonicalHeaders, names.join(';'), sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', instant, scope.join('/'), sha256(canonicalRequest)].join('\n');
  const key = scope.reduce<string | Buffer>(
    (key, part) => hmac(key, part).digest(),
    `AWS4${CREDENTIALS.secretAccessKey}`,
  );
  const credential = `${CREDENTIALS.accessKeyId}/${scope.join('/')}`;
  const signature = hmac(key, toSign).digest('hex');
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string) {
  return createHmac('sha256', key).update(text);
}
