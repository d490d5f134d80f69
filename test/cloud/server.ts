import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { Clock } from './clock.ts';

/** A request as it came over the wire: nothing decoded, no two headers joined. */
export interface Received {
  readonly method: string;
  /** The path with its query, still encoded. */
  readonly target: string;
  readonly url: URL;
  readonly headers: readonly (readonly [name: string, value: string])[];
  header(name: string): string | undefined;
  readonly body: Buffer;
}

export interface Sent {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export interface Server {
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves on a free port; every answer says the time of the clock, as all services of AWS do. */
export async function serve(clock: Clock, answer: (request: Received) => Sent | Promise<Sent>): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const sent = await receive(incoming).then(answer).catch(failed);
    outgoing.sendDate = false;
    const body = Buffer.from(sent.body ?? '');
    const always = {
      Date: new Date(clock.now()).toUTCString(),
      ...(sent.status !== 204 && { 'Content-Length': body.length }),
    };
    outgoing.writeHead(sent.status, { ...always, ...writable(sent.headers) });
    outgoing.end(incoming.method === 'HEAD' ? undefined : body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { rawHeaders, method = '', url: target = '/' } = incoming;
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []));
  return {
    method,
    target,
    url: new URL(target, 'http://edge.invalid'),
    headers,
    header: (wanted) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1],
    body: Buffer.concat(chunks),
  };
}

/** A fault of the edge itself, which must not look like a refusal of AWS. */
function failed(error: unknown): Sent {
  return { status: 500, body: `The edge failed: ${error instanceof Error ? error.stack : error}` };
}

function writable(headers: Sent['headers'] = {}): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
}
