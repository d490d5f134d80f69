import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { budgetGaps } from './budget-gaps.ts';
import { cloudFrontFunctions } from './cloudfront-functions.ts';
import { sesGaps } from './ses-gaps.ts';

/** A request as a whole: emulators answer small ones only. */
export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string | Buffer;
}

/** Answers what an emulator does not know; undefined where that is the emulator's own affair. */
export type Gap = (asked: Asked, forward: () => Promise<Answered>) => Promise<Answered | undefined>;

/**
 * Stands before an AWS emulator and adds what Terraform needs and Moto lacks: CloudFront functions, whom a budget tells, and
 * the configuration sets of SES. So both roots are applied just as they are. An emulator that knows these answers itself.
 *
 * @param emulator its address, as in AWS_ENDPOINT_URL
 * @returns the address to use instead of it, and how to stop
 */
export async function fillGaps(emulator: string): Promise<{ endpoint: string; stop: () => Promise<void> }> {
  const gaps = [cloudFrontFunctions(), budgetGaps(), sesGaps()];
  const server = createServer((incoming, outgoing) => {
    answer(emulator, gaps, incoming).then(
      (answered) => send(outgoing, answered),
      (error: unknown) => send(outgoing, { status: 502, headers: {}, body: String(error) }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, stop: () => stop(server) };
}

async function answer(emulator: string, gaps: readonly Gap[], incoming: IncomingMessage): Promise<Answered> {
  const asked = await read(incoming);
  const forward = () => ask(emulator, asked);
  for (const gap of gaps) {
    const answered = await gap(asked, forward);
    if (answered) return answered;
  }
  return forward();
}

async function read(message: IncomingMessage): Promise<Asked> {
  const { method = 'GET', url = '/', headers } = message;
  return { method, path: url, headers, body: await bodyOf(message) };
}

function ask(emulator: string, { method, path, headers, body }: Asked): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, emulator), { method, headers }, async (incoming) => {
      const { 'transfer-encoding': _, ...kept } = incoming.headers;
      resolve({ status: incoming.statusCode ?? 502, headers: kept, body: await bodyOf(incoming) });
    });
    outgoing.on('error', reject).end(body);
  });
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await message.toArray());
}

function send(outgoing: ServerResponse, { status, headers, body }: Answered): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) outgoing.setHeader(name, value);
  outgoing.writeHead(status).end(body);
}

function portOf(server: Server): number {
  const address = server.address() as AddressInfo;
  return address.port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}
