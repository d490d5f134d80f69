import { expect, test } from 'vitest';
import { type Api, overBothStores } from '../../test/api.ts';
import { StoreBusy } from '../store/store.ts';

async function application(api: Api, fields: object = {}) {
  const { status, body } = await api.send('POST', '/v1/applications', { position: 'Developer', ...fields });
  expect(status).toBe(201);
  return body;
}

overBothStores('/v1/interactions', (open) => {
  test('a conversation moves last_contacted forward and ends a silence, in the answer to the next read', async () => {
    const api = open();
    const contact = await api.contact({ status: 'ghosted', last_contacted: '2026-02-01' });
    const call = { contact_id: contact.contact_id, channel: 'phone', direction: 'in', occurred_at: '2026-03-09T10:00' };
    expect((await api.send('POST', '/v1/interactions', call)).status).toBe(201);
    const at = `/v1/contacts/${contact.contact_id}`;
    expect((await api.get(at)).body).toMatchObject({
      status: 'in conversation',
      last_contacted: '2026-03-09T10:00',
      version: 2,
      status_history: [
        { status: 'ghosted', on: '2026-03-09' },
        { status: 'in conversation', on: '2026-03-09' },
      ],
    });
    await api.send('POST', '/v1/interactions', { ...call, occurred_at: '2026-03-01' });
    expect((await api.get(at)).body.version).toBe(2);
  });

  test('the id that a message has where it comes from is kept as it is, and no search finds it', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const source_id = '<CAF+1@mail.example>';
    const message = { contact_id, occurred_at: '2026-03-09', subject: 'Offer', source_id };
    const { body } = await api.send('POST', '/v1/interactions', message);
    expect((await api.get(`/v1/interactions/${body.interaction_id}`)).body.source_id).toBe(source_id);
    expect((await api.get('/v1/interactions?q=offer')).body).toHaveLength(1);
    expect((await api.get('/v1/interactions?q=CAF')).body).toEqual([]);
    for (const path of ['interactions', 'tasks', 'applications']) {
      const { status, body } = await api.send('POST', `/v1/${path}`, { source_id: 'x'.repeat(501) });
      const error = { field: 'source_id', code: 'too_long', limit: 500 };
      expect([status, body.errors]).toEqual([400, expect.arrayContaining([expect.objectContaining(error)])]);
    }
  });

  test('a word about an application that was given up as ghosted reopens it', async () => {
    const api = open();
    const { application_id } = await application(api, { stage: 'screening' });
    const at = `/v1/applications/${application_id}`;
    expect((await api.send('PATCH', at, { outcome: 'ghosted' })).body.stage).toBe('closed');
    await api.send('POST', '/v1/interactions', { application_id, direction: 'in', occurred_at: '2026-03-12' });
    expect((await api.get(at)).body).toMatchObject({ stage: 'screening', outcome: null });
  });

  test('400 for a conversation with nobody about nothing, also where an edit would make it one', async () => {
    const api = open();
    const refused = await api.send('POST', '/v1/interactions', { occurred_at: '2026-03-09' });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, 'contact_id']);
    const contact = await api.contact();
    const kept = await api.send('POST', '/v1/interactions', {
      contact_id: contact.contact_id,
      occurred_at: '2026-03-09',
    });
    const edit = await api.send('PATCH', `/v1/interactions/${kept.body.interaction_id}`, { contact_id: null });
    expect(edit.status).toBe(400);
  });

  test('the same conversation again makes what the first request could not make any more', async () => {
    const api = open();
    const contact = await api.contact();
    const call = {
      interaction_id: '018f3b1e-0000-7000-8000-00000000000a',
      contact_id: contact.contact_id,
      occurred_at: '2026-03-09',
    };
    const { put } = api.store;
    api.store.put = (workspace, stored, version) =>
      stored.type === 'contacts' ? Promise.reject(new StoreBusy()) : put.call(api.store, workspace, stored, version);
    expect((await api.send('POST', '/v1/interactions', call)).status).toBe(503);
    api.store.put = put;
    expect((await api.send('POST', '/v1/interactions', call)).status).toBe(200);
    expect((await api.get(`/v1/contacts/${contact.contact_id}`)).body.last_contacted).toBe('2026-03-09');
  });

  test('a conversation with a contact who was deleted, or is not there yet, is kept', async () => {
    const api = open();
    const contact = await api.contact();
    await api.send('DELETE', `/v1/contacts/${contact.contact_id}`);
    for (const contact_id of [contact.contact_id, '018f3b1e-0000-7000-8000-00000000000b']) {
      expect((await api.send('POST', '/v1/interactions', { contact_id, occurred_at: '2026-03-09' })).status).toBe(201);
    }
  });

  test('in a batch the edits of its sender come first, and the rest is made after them', async () => {
    const api = open();
    const contact = await api.contact({ status: 'ghosted' });
    const { contact_id: id } = contact;
    const operations = [
      { op: 'create', type: 'interactions', record: { contact_id: id, direction: 'in', occurred_at: '2026-03-09' } },
      { op: 'edit', type: 'contacts', id, version: 1, record: { status: 'offer' }, on: '2026-03-09' },
    ];
    const { body } = await api.send('POST', '/v1/batch', { operations });
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([201, 200]);
    expect((await api.get(`/v1/contacts/${id}`)).body).toMatchObject({ status: 'offer', last_contacted: '2026-03-09' });
  });

  test('those with a contact, and those about an application, are listed by its id', async () => {
    const api = open();
    const [ann, ben] = [await api.contact(), await api.contact()];
    for (const { contact_id } of [ann, ben, ann]) {
      await api.send('POST', '/v1/interactions', { contact_id, occurred_at: '2026-03-09' });
    }
    expect((await api.get(`/v1/interactions?contact_id=${ann.contact_id}`)).body).toHaveLength(2);
  });
});

overBothStores('/v1/applications', (open) => {
  test('a change says on which day it happened, and a day that does not exist is refused', async () => {
    const api = open();
    const { application_id: id } = await application(api);
    const edit = (on: string) => ({ op: 'edit', type: 'applications', id, record: { stage: 'applied' }, on });
    const { body } = await api.send('POST', '/v1/batch', { operations: [edit('2026-02-30'), edit('2026-03-03')] });
    expect(body.results.map(({ status }: { status: number }) => status)).toEqual([400, 200]);
    expect(body.results[0].problem.errors).toMatchObject([{ field: 'on' }]);
    expect(body.results[1].record).toMatchObject({ applied_on: '2026-03-03', stage: 'applied' });
  });

  test('people come with their roles; a bad row is named by its place and its field', async () => {
    const api = open();
    const contact_id = '018f3b1e-0000-7000-8000-00000000000b';
    const { contact_ids } = await application(api, {
      contact_ids: [{ contact_id, role: 'Hiring manager' }, { contact_id }],
    });
    expect(contact_ids).toEqual([
      { contact_id, role: 'Hiring manager' },
      { contact_id, role: null },
    ]);
    for (const [row, detail] of [
      [{ contact_id: 'x' }, /Entry 2: contact_id/],
      [{}, /Entry 2: Contact is required/],
      [{ contact_id, colour: 'red' }, /Entry 2: An entry has no field “colour”/],
      ['x', /list of entries/],
    ] as const) {
      const { status, body } = await api.send('POST', '/v1/applications', {
        position: 'X',
        contact_ids: [{ contact_id }, row],
      });
      expect([status, body.errors[0].field]).toEqual([400, 'contact_ids']);
      expect(body.errors[0].detail).toMatch(detail);
    }
  });

  test('a whole number is one: no text, no fraction, none out of bounds', async () => {
    const api = open();
    for (const salary_min of ['5', 1.5, -1, 2e9]) {
      const { status, body } = await api.send('POST', '/v1/applications', { position: 'X', salary_min });
      expect([status, body.errors[0]]).toMatchObject([400, { field: 'salary_min', code: 'bad_number' }]);
    }
    expect(await application(api, { salary_min: 0 })).toMatchObject({ salary_min: 0, salary_max: null });
  });

  test('the text of a posting of 100,000 characters is kept whole, and found by its words', async () => {
    const api = open();
    const description = `${'lorem ipsum '.repeat(8330)}zebra`;
    const { application_id } = await application(api, { description });
    expect((await api.get(`/v1/applications/${application_id}`)).body.description).toBe(description);
    expect((await api.get('/v1/applications?q=zebra')).body).toHaveLength(1);
  });
});

overBothStores('/v1/settings and /v1/tasks', (open) => {
  test('two devices that make the settings at once make one record', async () => {
    const api = open();
    const made = { settings_id: '00000000-0000-7000-8000-000000000000' };
    const first = await api.send('POST', '/v1/settings', made);
    const stages = [{ stage: 'interview', name: 'On site', is_hidden: false }, { stage: 'assessment' }];
    await api.send('PATCH', `/v1/settings/${made.settings_id}`, { stages });
    const second = await api.send('POST', '/v1/settings', made);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.stages).toEqual([stages[0], { stage: 'assessment', name: null, is_hidden: false }]);
  });

  test('tasks are listed by when they are due', async () => {
    const api = open();
    for (const due_on of ['2026-03-12', '2026-03-01', null])
      await api.send('POST', '/v1/tasks', { title: `T ${due_on}`, due_on });
    const { body } = await api.get('/v1/tasks?sort=due_on');
    expect(body.map(({ due_on }: { due_on: string }) => due_on)).toEqual(['2026-03-01', '2026-03-12', null]);
    expect((await api.get('/v1/tasks?due=overdue&today=2026-03-10')).body).toHaveLength(1);
  });
});
