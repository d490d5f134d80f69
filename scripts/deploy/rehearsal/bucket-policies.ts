import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/**
 * Stands before an AWS emulator and keeps bucket policies to itself. Moto obeys their refusals without reading the
 * conditions, so the one of plain HTTP would close the bucket to everybody.
 *
 * @returns the address to use instead of the emulator's, and how to stop
 */
export async function keepBucketPolicies(emulator: string): Promise<{ endpoint: string; stop: () => void }> {
  const policies = new Map<string, string>();
  const server = createServer(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', emulator);
    if (!searchParams.has('policy')) return pass(emulator, incoming, outgoing);
    if (incoming.method === 'PUT') policies.set(pathname, await text(incoming));
    if (incoming.method === 'DELETE') policies.delete(pathname);
    if (incoming.method !== 'GET') return outgoing.writeHead(204).end();
    const policy = policies.get(pathname);
    outgoing.writeHead(policy ? 200 : 404).end(policy ?? '<Error><Code>NoSuchBucketPolicy</Code></Error>');
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

function pass(emulator: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url = '/', headers } = incoming;
  const onward = request(new URL(url, emulator), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', (error) => outgoing.headersSent || outgoing.writeHead(502).end(String(error)));
  incoming.pipe(onward);
}
