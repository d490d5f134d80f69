import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { localDate } from '../../src/domain/dates.ts';
import { takeSnapshot } from '../../src/store/sqlite-snapshot.ts';
import { startLaptop } from '../../test/laptop-process.ts';
import { ABSENT_WORD, COMMON_WORD, rareWord, SECOND_WORD } from './generate.ts';
import { type Figures, figuresOf, timeOf } from './measure.ts';
import type { Population } from './population.ts';

const MANY = 32;
const WARM_UP_MS = 500;
const LOAD_MS = 3000;

export interface HttpRow {
  readonly operation: string;
  readonly connections: number;
  readonly figures: Figures;
}

/** Measures the laptop's server in a process of its own, on the database that is in the folder; the load comes from this one. */
export async function measureHttp(folder: string, population: Population): Promise<HttpRow[]> {
  // Otherwise the server would take the snapshot of the day meanwhile.
  takeSnapshot(join(folder, 'touchbase.db'), localDate(new Date()));
  const server = await startLaptop(['--data', folder]);
  const rows: HttpRow[] = [];
  try {
    for (const { operation, connections, send } of loads(population)) {
      rows.push({ operation, connections, figures: await load(server.url, connections, send) });
    }
    return rows;
  } finally {
    await server.stop();
  }
}

type Send = (client: Client) => Promise<void>;

function loads(population: Population): { operation: string; connections: number; send: Send }[] {
  const get: Send = (client) => client('GET', `/v1/contacts/${population.anyId()}`);
  const list: Send = (client) => client('GET', '/v1/contacts?limit=100');
  const create: Send = (client) => client('POST', '/v1/contacts', population.newFields());
  const search = (words: () => string): Send => {
    return (client) => client('GET', `/v1/contacts?q=${encodeURIComponent(words())}`);
  };
  return [
    { operation: 'get', connections: 1, send: get },
    { operation: 'list page of 100', connections: 1, send: list },
    { operation: 'search: a common word', connections: 1, send: search(() => COMMON_WORD) },
    { operation: 'search: a rare word', connections: 1, send: search(() => rareWord(population.anyNumber())) },
    { operation: 'search: no match', connections: 1, send: search(() => ABSENT_WORD) },
    { operation: 'search: two words', connections: 1, send: search(() => `${COMMON_WORD} ${SECOND_WORD}`) },
    { operation: 'search: one letter', connections: 1, send: search(() => 'a') },
    { operation: 'create', connections: 1, send: create },
    { operation: 'get', connections: MANY, send: get },
    { operation: 'list page of 100', connections: MANY, send: list },
    { operation: 'create', connections: MANY, send: create },
  ];
}

async function load(url: string, connections: number, send: Send): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const client = clientOf(url, agent);
  try {
    await inLanes(WARM_UP_MS);
    return await inLanes(LOAD_MS);
  } finally {
    agent.destroy();
  }

  async function inLanes(ms: number): Promise<Figures> {
    const times: number[] = [];
    const begin = performance.now();
    const lane = async () => {
      while (performance.now() - begin < ms) times.push(await timeOf(() => send(client)));
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return figuresOf(times, performance.now() - begin);
  }
}

type Client = (method: string, path: string, body?: object) => Promise<void>;

/** Sends requests, and reads each answer to its end. */
function clientOf(url: string, agent: Agent): Client {
  return async (method, path, body) => {
    const sent = request(`${url}${path}`, { agent, method, headers: { 'Content-Type': 'application/json' } });
    sent.end(body && JSON.stringify(body));
    const [response] = await once(sent, 'response');
    response.resume();
    await once(response, 'end');
    if (response.statusCode >= 300) throw new Error(`${method} ${path} was answered ${response.statusCode}.`);
  };
}
