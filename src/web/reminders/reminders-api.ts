import * as v from 'valibot';
import { answerOf, bodyOf, Unreachable } from '../sync/server.ts';
import type { RefusedField } from '../sync/wire.ts';

const channelSchema = v.picklist(['email', 'push', 'desktop']);

/** By what a person can be told. */
export type Channel = v.InferOutput<typeof channelSchema>;

const entrySchema = v.object({
  day: v.string(),
  what: v.string(),
  channel: channelSchema,
  attempt: v.number(),
  state: v.picklist(['sending', 'sent', 'failed', 'delayed']),
  at: v.string(),
  detail: v.nullable(v.string()),
});

/** What the ledger says of one thing that was to be sent. */
export type SentEntry = v.InferOutput<typeof entrySchema>;

const overviewSchema = v.object({
  email: v.nullable(v.string()),
  email_paused: v.nullable(v.object({ reason: v.picklist(['bounced', 'complained', 'unsubscribed']), at: v.string() })),
  channels: v.array(channelSchema),
  push_key: v.nullable(v.string()),
  devices: v.array(v.object({ device_id: v.string(), name: v.string(), made_at: v.string() })),
  sent: v.array(entrySchema),
});

/** How a person is reached here, and what was sent. */
export type RemindersOverview = v.InferOutput<typeof overviewSchema>;

const accountSchema = v.object({
  host: v.nullable(v.string()),
  port: v.nullable(v.number()),
  security: v.nullable(v.string()),
  user: v.nullable(v.string()),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  has_password: v.boolean(),
  source: v.nullable(v.picklist(['environment', 'settings'])),
});

/** The account of e-mail by which a laptop sends; its source is null where there is none. */
export type MailAccount = v.InferOutput<typeof accountSchema>;

const refusedSchema = v.object({
  detail: v.string(),
  errors: v.optional(v.array(v.object({ field: v.string(), code: v.string(), detail: v.string() })), []),
});

/** The server did not take what was typed: its sentence, and what is wrong with which field. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused';
  readonly errors: readonly RefusedField[];

  constructor({ detail, errors }: v.InferOutput<typeof refusedSchema>) {
    super(detail);
    this.errors = errors;
  }
}

/** The API's part of reminders. Each fails with `Unreachable` where there is no answer, or one that refuses. */
export interface RemindersApi {
  overview(): Promise<RemindersOverview>;
  /** Mail goes to the address of the person's own login, also where it was paused. */
  takeEmail(): Promise<RemindersOverview>;
  dropDevice(id: string): Promise<void>;
  /** Sends what would come now. */
  trial(channel: Channel): Promise<SentEntry>;
  mailAccount(): Promise<MailAccount>;
  /** @throws AccountRefused where something is wrong with it */
  keepMailAccount(account: Readonly<Record<string, unknown>>): Promise<MailAccount>;
  dropMailAccount(): Promise<void>;
}

/** RFC 6585 */
const TOO_MANY = 429;

/** To send a mail takes as long as the other server lets one wait. */
const PATIENCE_MS = 60_000;

/** @param request takes the paths of the API as `fetch` does */
export function remindersApi(request: typeof fetch): RemindersApi {
  const ask = (method: string, path: string, body?: object) => {
    const headers = body ? { 'Content-Type': 'application/json' } : {};
    const sent = body && { body: JSON.stringify(body) };
    return answerOf(request(path, { method, headers, ...sent, signal: AbortSignal.timeout(PATIENCE_MS) }));
  };
  const done = async (response: Response) => {
    if (!response.ok) await bodyOf(response, v.unknown());
  };
  return {
    overview: async () => bodyOf(await ask('GET', '/v1/reminders'), overviewSchema),
    takeEmail: async () => bodyOf(await ask('PUT', '/v1/reminders/email'), overviewSchema),
    dropDevice: async (id) => done(await ask('DELETE', `/v1/reminders/devices/${encodeURIComponent(id)}`)),
    trial: async (channel) => bodyOf(await ask('POST', '/v1/reminders/trial', { channel }), entrySchema),
    mailAccount: async () => bodyOf(await ask('GET', '/v1/mail-account'), accountSchema),
    keepMailAccount: async (account) => {
      const response = await ask('PUT', '/v1/mail-account', account);
      const isRefused = response.status >= 400 && response.status < 500 && response.status !== TOO_MANY;
      if (!isRefused) return bodyOf(response, accountSchema);
      throw refusalIn(await response.json().catch(() => null));
    },
    dropMailAccount: async () => done(await ask('DELETE', '/v1/mail-account')),
  };
}

function refusalIn(body: unknown): Error {
  const { success, output } = v.safeParse(refusedSchema, body);
  return success ? new AccountRefused(output) : new Unreachable('The answer cannot be understood.');
}
