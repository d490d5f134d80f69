import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { type ClientOptions, dynamodbClient } from '../src/store/dynamodb-client.ts';

export const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
};

export type Reply = (response: ServerResponse) => unknown;

export interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A client of a server that gives these replies, the last one for ever; what it saw, and how long the client paused. */
export async function clientOf(replies: Reply[], options: Partial<ClientOptions> = {}) {
  const { endpoint, seen } = await scriptedServer(replies);
  const pauses: number[] = [];
  const client = dynamodbClient({
    endpoint,
    region: 'eu-central-1',
    credentials: CREDENTIALS,
    sleep: async (ms) => pauses.push(ms),
    random: () => 1,
    ...options,
  });
  return { client, seen, pauses };
}

/** A server that gives these replies, the last one for ever, and what it saw. */
export async function scriptedServer(replies: readonly Reply[]) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    (replies[seen.length - 1] ?? replies.at(-1))?.(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return { endpoint: `http://127.0.0.1:${port}`, seen };
}

export function answers(body: object): Reply {
  return refuses(200, body);
}

export function refuses(status: number, body: object): Reply {
  return (response) => response.writeHead(status).end(JSON.stringify(body));
}
