import { join } from 'node:path';
import { apply } from '../src/domain/changes.ts';
import type { JsonObject } from '../src/domain/json.ts';
import { nounOf } from '../src/domain/noun.ts';
import { SETTINGS_ID } from '../src/domain/settings.ts';
import { WAKING_NOUNS } from '../src/domain/waking-nouns.ts';
import { type Keychain, keychainInMemory } from '../src/entry/keychain.ts';
import { apiOf, WORKSPACE } from '../src/entry/laptop-api.ts';
import { type OpenServices, openLaptopServices } from '../src/entry/laptop-services.ts';
import type { GivenMail } from '../src/entry/mail-environment.ts';
import { createApp } from '../src/http/app.ts';
import { numberedId } from './made-record.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOTHING_GIVEN: GivenMail = { account: null, password: null };

/** A laptop of Ada's in Zurich, whose clock stands still until it is set, and whose program can be started again. */
export class LaptopScene {
  at = '2026-03-19T12:00:00.000Z';
  readonly file = join(temporaryFolder(), 'touchbase.db');
  keychain: Keychain = keychainInMemory();
  mail = NOTHING_GIVEN;
  readonly faults: unknown[] = [];
  #open: OpenServices | undefined;
  #made = 0;

  get open(): OpenServices {
    this.#open ??= openLaptopServices({
      file: this.file,
      now: () => new Date(this.at),
      base: () => 'http://localhost:8787',
      mail: this.mail,
      keychain: this.keychain,
    });
    return this.#open;
  }

  /** The program ends; the next that is asked of it starts it again. */
  async stop(): Promise<void> {
    await this.#open?.close();
    this.#open = undefined;
  }

  /** It is looked around at each of these times. */
  async tick(...times: readonly string[]): Promise<void> {
    for (const at of times) {
      this.at = at;
      await this.open.remind((error) => this.faults.push(error));
    }
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const { services, ...api } = apiOf(this.open.services);
    const now = () => new Date(this.at);
    const onFault = (error: unknown) => this.faults.push(error);
    const app = createApp({ ...api, services: { ...services, now }, onFault });
    const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const response = await app.request(path, { method, ...(body !== undefined && json) });
    return { status: response.status, body: await response.json() };
  }

  settings(record: JsonObject): Promise<void> {
    return this.#write('settings', SETTINGS_ID, { time_zone: 'Europe/Zurich', digest_at: '08:00', ...record });
  }

  add(type: string, record: JsonObject): Promise<void> {
    this.#made += 1;
    return this.#write(type, numberedId(this.#made), record);
  }

  async #write(type: string, id: string, record: JsonObject): Promise<void> {
    const { store } = this.open.services;
    const [before] = await store.get(WORKSPACE, [{ type, id }]);
    const operation = before ? ({ op: 'edit', record } as const) : ({ op: 'create', record } as const);
    const outcome = apply(nounOf(WAKING_NOUNS, type), before, operation, { id, now: this.at });
    if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
    await store.put(WORKSPACE, { type, id, record: outcome.record }, before?.version ?? 0);
  }
}
