import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import { isObject, type JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { createApp } from '../../http/app.ts';
import { type Answer, BatchAnswer } from '../../interop/archive/batch-answer.ts';
import { apiOf } from '../laptop-api.ts';
import { openLaptopServices } from '../laptop-services.ts';
import { EXIT, Failure } from './command.ts';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** The path of the next page, where there is one. */
  readonly next: string | undefined;
}

/** Speaks to the API, wherever it runs. */
export interface Client {
  send(method: string, path: string, body?: unknown): Promise<Reply>;
  close(): Promise<void>;
}

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** The records of an instance that runs at `url`. */
export function clientOfInstance(url: string): Client {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Failure(`--server takes an address such as http://localhost:8787, not “${url}”.`, EXIT.usage);
  }
  const ask: Ask = async (path, init) => {
    try {
      return await fetch(new URL(path, url), init);
    } catch {
      throw new Failure(`Nothing answers at ${url}. Start Touchbase, or leave --server out to use the database file.`);
    }
  };
  return { send: sender(ask), close: async () => {} };
}

/**
 * The records of the database file of a folder, through the same API. An instance that runs on it may go on: SQLite keeps
 * the two apart, and the app reads what was changed.
 *
 * @throws Failure where there is no database and `isNew` does not allow to make one
 */
export function clientOfFolder(folder: string, isNew: boolean): Client {
  const file = join(folder, 'touchbase.db');
  if (!isNew && !existsSync(file)) throw new Failure(noDatabase(folder), EXIT.notFound);
  // Nothing is sent from here, so it does not matter by whom.
  const mail = { account: null, password: null };
  const { services, close } = openLaptopServices({ file, now: () => new Date(), base: () => '', mail });
  const app = createApp({ ...apiOf(services), onFault: (error) => console.error(error) });
  const ask: Ask = async (path, init) => {
    // SQLite answers within the same turn: without a pause nothing else, such as Ctrl+C, would be heard until all is done.
    await nextTurn();
    return app.request(path, init);
  };
  return { send: sender(ask), close };
}

export function noDatabase(folder: string): string {
  return `There is no database in ${folder}. Start Touchbase once, \`touchbase add\` something, or choose another folder with --data.`;
}

function sender(ask: Ask): Client['send'] {
  return async (method, path, body) => {
    const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const response = await ask(path, { method, ...(body !== undefined && json) });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    const next = /<([^>]*)>\s*;\s*rel="?next"?/.exec(response.headers.get('Link') ?? '')?.[1];
    return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : text, next };
  };
}

const ProblemSchema = v.object({
  detail: v.string(),
  errors: v.optional(v.array(v.object({ field: v.string(), detail: v.string() }))),
});

/** The record of an answer. @throws Failure with what the API said, field by field */
export function recordOf(reply: Reply): AnyRecord {
  if (reply.status >= 400 || !isObject(reply.body)) throw failureOf(reply);
  return asRecord(reply.body);
}

/** The records of every page of a list. */
export async function allOf(client: Client, path: string, most = Number.POSITIVE_INFINITY): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for (let next: string | undefined = path; next !== undefined && records.length < most; ) {
    const reply: Reply = await client.send('GET', next);
    if (reply.status >= 400 || !Array.isArray(reply.body)) throw failureOf(reply);
    records.push(...reply.body.filter(isObject).map(asRecord));
    next = reply.next;
  }
  return records;
}

/** What became of each operation of a batch. @throws Failure where the batch as a whole was not taken */
export function resultsOf(reply: Reply): readonly Answer[] {
  if (reply.status !== 200) throw failureOf(reply);
  return v.parse(BatchAnswer, reply.body).results;
}

/** What the API answers of a record has what the server keeps of each. */
function asRecord(body: JsonObject): AnyRecord {
  return { ...body, ...v.parse(ServerSchema, body) };
}

const ServerSchema = v.object({
  created_at: v.string(),
  updated_at: v.string(),
  version: v.number(),
  deleted_at: v.nullable(v.string()),
});

/** What the API refused, as a person reads it: a bad field by the option that is typed for it. */
export function failureOf({ status, body }: Reply): Failure {
  const { success, output } = v.safeParse(ProblemSchema, body);
  if (!success) return new Failure(`The answer was no Touchbase’s (status ${status}).`);
  const errors = (output.errors ?? []).map(({ field, detail }) => `--${optionOf(field)}: ${detail}`);
  const exit = status === 404 ? EXIT.notFound : status < 500 ? EXIT.refused : EXIT.failed;
  return new Failure(errors.length > 0 ? errors.join('\n') : output.detail, exit);
}

/** The option that stands for a field. */
export function optionOf(field: string): string {
  return field.replace(/_id$/, '').replaceAll('_', '-');
}
