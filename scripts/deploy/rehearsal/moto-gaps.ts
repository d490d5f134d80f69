import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type Answered = { readonly status: number; readonly body: string };

/**
 * Stands before an AWS emulator and keeps bucket policies to itself. Moto obeys their refusals without reading the
 * conditions, so the one of plain HTTP would close the bucket to everybody.
 *
 * @returns the address to use instead of the emulator's, and how to stop
 */
export async function fillMotoGaps(emulator: string): Promise<{ endpoint: string; stop: () => void }> {
  const policies = new Map<string, string>();
  const server = createServer(async (incoming, outgoing) => {
    const answered = await bucketPolicy(policies, incoming);
    if (!answered) return pass(emulator, incoming, outgoing);
    outgoing.writeHead(answered.status).end(answered.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bucketPolicy(policies: Map<string, string>, incoming: IncomingMessage): Promise<Answered | undefined> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://emulator');
  if (!searchParams.has('policy')) return undefined;
  if (incoming.method === 'PUT') policies.set(pathname, await text(incoming));
  if (incoming.method === 'DELETE') policies.delete(pathname);
  if (incoming.method !== 'GET') return { status: 204, body: '' };
  const policy = policies.get(pathname);
  if (policy) return { status: 200, body: policy };
  return { status: 404, body: '<Error><Code>NoSuchBucketPolicy</Code></Error>' };
}

function pass(emulator: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url = '/', headers } = incoming;
  const onward = request(new URL(url, emulator), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', (error) => outgoing.headersSent || outgoing.writeHead(502).end(String(error)));
  incoming.pipe(onward);
}
