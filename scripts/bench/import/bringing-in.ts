import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { NOUNS } from '../../../src/domain/nouns.ts';
import { allOf, type Client, clientOfFolder, recordOf, resultsOf } from '../../../src/entry/cli/client.ts';
import { sourceOfFile } from '../../../src/entry/cli/file-source.ts';
import { readArchive } from '../../../src/interop/archive/read-archive.ts';
import { restoreAll } from '../../../src/interop/archive/restore.ts';
import { archiveOf } from '../../../src/interop/archive/write-archive.ts';
import { applyParts, type Send, undoParts } from '../../../src/interop/import/apply-parts.ts';
import { NO_CHOICES } from '../../../src/interop/import/choices.ts';
import type { Item } from '../../../src/interop/import/found.ts';
import { partsOf } from '../../../src/interop/import/parts.ts';
import { idsBy, type Plan, type Standing } from '../../../src/interop/import/plan.ts';
import { planImport } from '../../../src/interop/import/plan-import.ts';
import { keep, people, TODAY } from './files.ts';
import { type ImportRow, type Run, rowOf, timed } from './measured.ts';

export const CONTACTS = 10_000;

export const STEPS = {
  plan: 'planned, nothing stands',
  apply: 'applied, the laptop’s API over a file',
  again: 'planned again, all stands',
  half: 'planned, 10,000 stand, half of them the same',
  export: 'everything exported as a ZIP',
  restore: 'restored from it to an empty laptop',
  undo: 'undone',
};
type Step = keyof typeof STEPS;

/** A table of 10,000 people from the plan to the undoing, and everything out and in again, each time with new files. */
export async function measureBringingIn(folder: string, runs: number): Promise<readonly ImportRow[]> {
  const all: Readonly<Record<Step, Run>>[] = [];
  for (let round = 0; round < runs; round++) {
    const here = join(folder, String(round));
    mkdirSync(here);
    all.push(await bringInOnce(here));
    rmSync(here, { recursive: true });
  }
  return Object.entries(STEPS).map(([step, what]) => {
    const ofStep = all.map((one) => one[step as Step]);
    return rowOf({ what: `10,000 contacts: ${what}`, amount: CONTACTS, unit: 'contacts' }, ofStep);
  });
}

async function bringInOnce(folder: string): Promise<Readonly<Record<Step, Run>>> {
  const client = clientOfFolder(folder, true);
  const send = senderOf(client);
  const options = { read: readerOf(client), newId: () => v7(), now: () => new Date().toISOString() };
  const file = itemsOf(0);
  const plan = await timed(() => planAgainst([], file));
  const parts = partsOf(plan.result, { newId: () => v7(), name: 'people.csv', format: 'csv' });
  const apply = await timed(() => applyParts(parts, send, options));
  sure(apply.result.failures.length === 0, 'Some changes were not made.');
  const standing = await allOf(client, '/v1/contacts?limit=1000');
  sure(standing.length === CONTACTS, `There are ${standing.length} contacts.`);
  const again = await timed(() => planAgainst(standing, file));
  sure(again.result.writes.length === 0, `The same file again would write ${again.result.writes.length} times.`);
  const other = itemsOf(CONTACTS / 2);
  const half = await timed(() => planAgainst(standing, other));
  const path = join(folder, 'all.zip');
  const exported = await timed(() => exportTo(path, client));
  const restore = await timed(() => restoreTo(join(folder, 'other'), path));
  const done = parts.map(({ record, steps }, place) => ({ import_id: record.id, part: place + 1, steps }));
  const undo = await timed(() => undoParts(done, send, options));
  sure((await allOf(client, '/v1/contacts')).length === 0, 'Undoing left something.');
  await client.close();
  const timedSteps = { plan, apply, again, half, export: exported, restore, undo };
  return Object.fromEntries(Object.entries(timedSteps).map(([step, { run }]) => [step, run])) as Record<Step, Run>;
}

/** @param from the first so many of the people are none of the file, which has as many others instead */
function itemsOf(from: number): readonly Item[] {
  return [...people(from + CONTACTS)].slice(from).map((fields, place) => {
    return { found: { type: 'contacts', where: { file: 'people.csv', line: place + 2 }, fields } };
  });
}

function planAgainst(contacts: Standing['contacts'], items: readonly Item[]): Plan {
  const standing = { contacts, applications: [], interactions: [], tasks: [] };
  return planImport(items, standing, NO_CHOICES, { today: TODAY, idOf: idsBy(v7) });
}

function senderOf(client: Client): Send {
  return async (operations) => {
    const reply = await client.send('POST', '/v1/batch', { operations });
    return resultsOf(reply).map(({ status, problem }) => ({ status, problem }));
  };
}

function readerOf(client: Client) {
  return async (type: string, id: string) => {
    const reply = await client.send('GET', `/v1/${type}/${id}`);
    return reply.status === 404 ? undefined : recordOf(reply);
  };
}

async function exportTo(path: string, client: Client): Promise<void> {
  const records = new Map<string, Awaited<ReturnType<typeof allOf>>>();
  for (const { type } of NOUNS) records.set(type, await allOf(client, `/v1/${type}?limit=1000`));
  keep(path, archiveOf({ nouns: NOUNS, records, at: new Date().toISOString() }));
}

async function restoreTo(folder: string, path: string): Promise<void> {
  const records = await readArchive(sourceOfFile(path));
  sure(records !== null, 'What was exported is no export.');
  mkdirSync(folder);
  const client = clientOfFolder(folder, true);
  const restored = await restoreAll(NOUNS, records, async (operations) => {
    return resultsOf(await client.send('POST', '/v1/batch', { operations }));
  });
  sure(restored.refused.length === 0 && restored.reinstated > CONTACTS, 'Not all came back.');
  await client.close();
}

/** Figures of something that went wrong would be worse than none. */
function sure(isSo: boolean, otherwise: string): asserts isSo {
  if (!isSo) throw new Error(otherwise);
}
