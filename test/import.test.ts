import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { AnyRecord } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { applyParts, type Send, Unkept, undoParts } from '../src/interop/import/apply-parts.ts';
import { NO_CHOICES } from '../src/interop/import/choices.ts';
import type { Found } from '../src/interop/import/found.ts';
import { type PartsContext, partsOf } from '../src/interop/import/parts.ts';
import { idsBy, type Standing } from '../src/interop/import/plan.ts';
import { planImport } from '../src/interop/import/plan-import.ts';
import { reportOf } from '../src/interop/import/report.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { Api } from './api.ts';
import { found } from './import-scene.ts';

const context: PartsContext = { newId: () => v7(), name: 'people.csv', format: 'csv' };

const people = (count: number): Found[] =>
  Array.from({ length: count }, (_, place) =>
    found('contacts', place + 2, { name: `Person ${place}`, email: `p${place}@x.example` }),
  );
const letters = (count: number): Found[] =>
  Array.from({ length: count }, (_, place) =>
    found(
      'interactions',
      place + 2,
      { subject: `Letter ${place}`, occurred_at: '2026-03-05T10:00:00Z', direction: 'in', source_id: `${place}@x` },
      { people: [{ email: `p${place}@x.example` }], job: { company: 'Acme' } },
    ),
  );

/** The laptop's app, and what a program does that brings a file in. */
function open() {
  const api = new Api(openSqlite({ file: ':memory:', nouns: NOUNS, now: () => new Date() }));
  const list = async (type: string): Promise<AnyRecord[]> => (await api.pages(`/v1/${type}?limit=200`)).flat();
  const standing = async (): Promise<Standing> => ({
    contacts: await list('contacts'),
    applications: await list('applications'),
    interactions: await list('interactions'),
    tasks: await list('tasks'),
  });
  const send: Send = async (operations) => (await api.send('POST', '/v1/batch', { operations })).body.results;
  const read = async (type: string, id: string): Promise<AnyRecord | undefined> => {
    const { status, body } = await api.get(`/v1/${type}/${id}`);
    return status === 200 ? body : undefined;
  };
  const options = { read, newId: () => v7(), now: () => '2026-03-10T10:00:00.000Z' };
  const plan = async (all: readonly Found[]) =>
    planImport(
      all.map((one) => ({ found: one })),
      await standing(),
      NO_CHOICES,
      { today: '2026-03-10', idOf: idsBy(v7) },
    );
  return { api, list, send, read, options, plan };
}

test('a file is brought in, a second time changes nothing, and undoing takes all of it back', async () => {
  const { api, list, send, options, plan } = open();
  const { body: job } = await api.send('POST', '/v1/applications', {
    position: 'Engineer',
    company: 'Acme',
    outcome: 'ghosted',
  });
  const ada = await api.contact({ name: 'Person 1', email: 'p1@x.example', status: 'ghosted' });
  const file = [...people(150), ...letters(150)];
  const first = await plan(file);
  const parts = partsOf(first, context);
  const progress: number[] = [];
  const applied = await applyParts(parts, send, { ...options, onProgress: (done) => progress.push(done) });
  expect([applied.failures, progress.at(-1)]).toEqual([[], parts.length]);
  expect(reportOf(first, applied.failures).counts).toMatchObject({ created: 299, alone: 1, failed: 0, bad: 0 });
  expect([(await list('contacts')).length, (await list('interactions')).length]).toEqual([150, 150]);
  const changed = await Promise.all([
    api.get(`/v1/contacts/${ada.contact_id}`),
    api.get(`/v1/applications/${job.application_id}`),
  ]);
  expect(changed.map(({ body }) => [body.version, body.status ?? body.stage])).toEqual([
    [2, 'in conversation'],
    [1, 'closed'],
  ]);
  expect((await plan(file)).writes).toEqual([]);

  const kept = await Promise.all(parts.map(({ record }) => api.get(`/v1/imports/${record.id}`)));
  const done = kept.map(({ body }) => body);
  expect(done.map(({ part, undone_at }) => [part, undone_at])).toEqual(parts.map((_, place) => [place + 1, null]));
  const undone = await undoParts(done, send, options);
  expect([undone.failures, undone.undo.kept]).toEqual([[], []]);
  expect(await list('interactions')).toEqual([]);
  expect(await list('contacts')).toMatchObject([
    { contact_id: ada.contact_id, status: 'ghosted', last_contacted: null },
  ]);
  expect((await api.get(`/v1/imports/${done[0].import_id}`)).body.undone_at).toBe('2026-03-10T10:00:00.000Z');
  expect(api.faults).toEqual([]);
});

test('a crash between two parts, or after one whose answer was lost: sent again, everything is there once', async () => {
  const { list, send, options, plan } = open();
  const parts = partsOf(await plan([...people(250), ...letters(250)]), context);
  let requests = 0;
  const crashing: Send = async (operations) => {
    const results = await send(operations);
    requests++;
    if (requests % 2 === 0) throw new Error('The connection was cut.');
    return results;
  };
  let applied: Awaited<ReturnType<typeof applyParts>> | undefined;
  for (let attempt = 0; attempt < 20 && !applied; attempt++) {
    requests = -attempt;
    applied = await applyParts(parts, crashing, options).catch(() => undefined);
  }
  applied ??= await applyParts(parts, send, options);
  expect(applied).toMatchObject({ parts: parts.length, failures: [], undo: null });
  expect([(await list('contacts')).length, (await list('interactions')).length]).toEqual([250, 250]);
});

test('what was cancelled is undone, and said', async () => {
  const { list, send, options, plan } = open();
  const cancel = new AbortController();
  const parts = partsOf(await plan(people(350)), context);
  const applied = await applyParts(parts, send, {
    ...options,
    signal: cancel.signal,
    onProgress: (done) => done === 2 && cancel.abort(),
  });
  expect(applied).toMatchObject({ parts: 2, failures: [], undo: { kept: [] } });
  expect(await list('contacts')).toEqual([]);
});

test('a contact that was changed after the import was planned is left as it is, and told', async () => {
  const { api, read, send, options, plan } = open();
  const { contact_id } = await api.contact({ name: 'Person 0', email: 'p0@x.example' });
  const planned = await plan([found('contacts', 2, { name: 'Person 0', email: 'p0@x.example', location: 'Bern' })]);
  await api.send('PATCH', `/v1/contacts/${contact_id}`, { location: 'Basel' });
  const { failures } = await applyParts(partsOf(planned, context), send, options);
  expect(failures).toMatchObject([{ type: 'contacts', id: contact_id, status: 412 }]);
  expect(reportOf(planned, failures).counts).toMatchObject({ updated: 0, failed: 1 });
  expect(await read('contacts', contact_id)).toMatchObject({ location: 'Basel' });
});

test('a part whose record cannot be kept is not begun', async () => {
  const { list, send, options, plan } = open();
  const parts = partsOf(await plan(people(150)), context);
  const refusing: Send = async (operations) => {
    const isFirst = operations.some(({ id }) => id === parts[0]?.record.id);
    const others = operations.filter(({ type }) => isFirst || type !== 'imports');
    const results = await send(others);
    return operations.map(
      (operation) => results[others.indexOf(operation)] ?? { status: 503, problem: { detail: 'Busy.' } },
    );
  };
  await expect(applyParts(parts, refusing, options)).rejects.toThrow(Unkept);
  expect(await list('contacts')).toHaveLength(99);
});
