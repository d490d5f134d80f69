import * as v from 'valibot';
import type { Clock } from './cloud/clock.ts';
import { type Received, type Sent, type Server, serve } from './cloud/server.ts';
import { opened, type Receiver } from './push-message.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A message as the browser of a subscription reads it. */
interface Taken {
  readonly of: string;
  readonly text: string;
  readonly ttl: number;
  readonly urgency: string | undefined;
  readonly topic: string | undefined;
  /** Who sends, as the signed token says. */
  readonly contact: string;
}

interface Subscription {
  readonly receiver: Receiver;
  readonly key: string;
  /** Answers with it instead of taking messages; silence: never. */
  trouble?: number | 'silence';
}

/**
 * Stands for a push service and the browsers at it. It refuses what RFC 8030, 8188, 8291 and 8292 forbid; nothing of it is
 * by the library that sends.
 */
export class PushService {
  readonly taken: Taken[] = [];
  readonly #clock: Clock;
  readonly #subscriptions = new Map<string, Subscription>();
  #server: Server | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async start(): Promise<void> {
    this.#server = await serve(this.#clock, (request) => this.#answer(request));
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  get origin(): string {
    return this.#server?.origin ?? '';
  }

  /** A browser subscribes, for messages of one sender only. */
  async subscribe(name: string, key: string) {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const auth = crypto.getRandomValues(new Uint8Array(16));
    this.#subscriptions.set(name, { receiver: { privateKey: pair.privateKey, publicKey, auth }, key });
    const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
    return { endpoint: `${this.origin}/send/${name}`, p256dh: base64url(publicKey), auth: base64url(auth) };
  }

  trouble(name: string, trouble: number | 'silence'): void {
    const subscription = this.#subscriptions.get(name);
    if (!subscription) throw new Error(`Nobody subscribed as ${name}.`);
    subscription.trouble = trouble;
  }

  async #answer(request: Received): Promise<Sent> {
    const name = request.url.pathname.replace('/send/', '');
    const subscription = this.#subscriptions.get(name);
    if (!subscription) return { status: 404 };
    const { trouble } = subscription;
    if (trouble === 'silence') return new Promise(() => {});
    if (trouble !== undefined) return { status: trouble, headers: { Location: `${this.origin}/send/elsewhere` } };
    const contact = await this.#senderOf(request, subscription.key);
    if (contact === undefined) return { status: 403 };
    if (request.body.length > 4096) return { status: 413 };
    const carriage = carriageOf(request);
    if (!carriage) return { status: 400 };
    this.taken.push({ of: name, text: await opened(request.body, subscription.receiver), contact, ...carriage });
    return { status: 201, headers: { Location: `${this.origin}/message/1` } };
  }

  /** The contact in a token that the sender of the subscription signed for this service (RFC 8292). */
  async #senderOf(request: Received, key: string): Promise<string | undefined> {
    const sent = request.header('authorization') ?? '';
    const [, head = '', claims = '', signature = '', from] =
      /^vapid t=([^.]+)\.([^.]+)\.([^.]+), k=(.+)$/.exec(sent) ?? [];
    if (from !== key) return undefined;
    const bytes = (part: string) => Buffer.from(part, 'base64url');
    const publicKey = await crypto.subtle.importKey('raw', bytes(from), P256, false, ['verify']);
    const signed = Buffer.from(`${head}.${claims}`);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    if (!(await crypto.subtle.verify(algorithm, publicKey, bytes(signature), signed))) return undefined;
    v.parse(Head, JSON.parse(bytes(head).toString()));
    const { aud, exp, sub } = v.parse(Claims, JSON.parse(bytes(claims).toString()));
    const seconds = exp - this.#clock.now() / 1000;
    return aud === this.origin && seconds > 0 && seconds <= 86_400 ? sub : undefined;
  }
}

const Head = v.object({ typ: v.literal('JWT'), alg: v.literal('ES256') });
const Claims = v.object({ aud: v.string(), exp: v.number(), sub: v.pipe(v.string(), v.regex(/^(mailto:|https:)/)) });

/** Undefined where RFC 8030 or RFC 8188 forbid it. */
function carriageOf(request: Received): Pick<Taken, 'ttl' | 'urgency' | 'topic'> | undefined {
  const [ttl = '', urgency, topic] = ['ttl', 'urgency', 'topic'].map((name) => request.header(name));
  const isRight =
    request.header('content-encoding') === 'aes128gcm' &&
    /^\d+$/.test(ttl) &&
    /^(very-low|low|normal|high)$/.test(urgency ?? 'normal') &&
    /^[\w-]{1,32}$/.test(topic ?? 'none');
  return isRight ? { ttl: Number(ttl), urgency, topic } : undefined;
}
