import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { createApp } from '../http/app.ts';
import { localOnly } from '../http/local-guard.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { Refusal } from '../http/problem.ts';
import { apiOf, type LaptopServices } from './laptop-api.ts';
import { webApp } from './web-app.ts';

/** What is worth typing by hand is here without its `/v1`, too. */
const SHORT = ['/health', '/docs', '/openapi.json'];

const STOP_GRACE_MS = 1000;

export interface LaptopServer {
  readonly url: string;
  /** Takes no more requests, answers those it has, and lets go of the port. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the API and the web app to this machine alone.
 *
 * @param port 0 for any that is free
 * @param replica under what name browsers keep the records of this store, apart from those of any other at this address
 * @throws what `node:http` throws, EADDRINUSE for one
 */
export async function serveLaptop(own: LaptopServices, port: number, replica: string): Promise<LaptopServer> {
  const servers = await listenOnBoth(getRequestListener(laptopApp(own, replica).fetch), port);
  return {
    url: `http://localhost:${portOf(servers[0])}`,
    close: async () => void (await Promise.all(servers.map(stop))),
  };
}

function laptopApp(own: LaptopServices, replica: string) {
  const app = createApp({
    ...apiOf(own),
    before: [pageHeaders, localOnly, sameReplica(replica)],
    onFault: (error) => console.error(error),
  });
  app.get('/config.json', (context) => context.json({ home: 'laptop', replica }));
  for (const address of SHORT) app.get(address, ({ req }) => app.request(`/v1${address}`, req.raw));
  app.get('*', webApp);
  return app;
}

/** A tab that is open since another store was served here must not send that one's changes to this one. */
function sameReplica(replica: string): MiddlewareHandler {
  return async ({ req }, next) => {
    const sent = req.header('Touchbase-Replica');
    if (sent !== undefined && sent !== replica) throw new Refusal({ code: 'busy', detail: OTHER_STORE });
    await next();
  };
}

const OTHER_STORE = 'Another store is served here now. Load the page again to see it; what waits here stays here.';

/** `localhost` is `::1` first on many machines; one without IPv6 has only the other. */
async function listenOnBoth(listener: RequestListener, port: number): Promise<readonly [Server, ...Server[]]> {
  const first = await listen(listener, port, '127.0.0.1');
  try {
    return [first, await listen(listener, portOf(first), '::1')];
  } catch (error) {
    if (!isTaken(error)) return [first];
    await stop(first);
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

/** Who has not been answered within the grace, or only holds a connection open, does not keep the program running. */
function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const grace = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
    server.close(() => {
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });
}
