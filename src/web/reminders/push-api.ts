import * as v from 'valibot';
import { answerOf, bodyOf } from '../sync/server.ts';

const remindersSchema = v.object({
  push_key: v.nullable(v.string()),
  devices: v.array(v.object({ device_id: v.string() })),
});

/** What the server knows of devices that take notifications. */
export interface KnownDevices {
  /** By which browsers subscribe; null where this home sends none. */
  readonly pushKey: string | null;
  readonly ids: readonly string[];
}

export interface NewDevice {
  readonly name: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** The part of the API that is of devices. Each fails with `Unreachable` where there is no answer, or a refusal. */
export interface PushApi {
  known(): Promise<KnownDevices>;
  keep(id: string, device: NewDevice): Promise<void>;
  drop(id: string): Promise<void>;
}

/** @param request takes the paths of the API as `fetch` does */
export function pushApi(request: typeof fetch): PushApi {
  const ask = (method: string, path: string, body?: object) => {
    const headers = body ? { 'Content-Type': 'application/json' } : {};
    const sent = { method, headers, ...(body && { body: JSON.stringify(body) }), signal: AbortSignal.timeout(15_000) };
    return answerOf(request(`/v1/reminders${path}`, sent));
  };
  const done = async (response: Response) => {
    if (!response.ok) await bodyOf(response, v.unknown());
  };
  return {
    known: async () => {
      const { push_key, devices } = await bodyOf(await ask('GET', ''), remindersSchema);
      return { pushKey: push_key, ids: devices.map(({ device_id }) => device_id) };
    },
    keep: async (id, device) => done(await ask('PUT', `/devices/${encodeURIComponent(id)}`, device)),
    drop: async (id) => done(await ask('DELETE', `/devices/${encodeURIComponent(id)}`)),
  };
}
