import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';

overBothStores('GET /v1/contacts/{id}', (open) => {
  test('200 with the record and its version as ETag, 304 to a reader who has it', async () => {
    const api = open();
    const record = await api.contact();
    const path = `/v1/contacts/${record.contact_id}`;
    const { status, body, headers } = await api.get(path);
    expect({ status, body, tag: headers.get('ETag') }).toEqual({ status: 200, body: record, tag: '"1"' });
    expect((await api.get(path, { 'If-None-Match': '"1"' })).status).toBe(304);
    expect((await api.get(path, { 'If-None-Match': '"2"' })).status).toBe(200);
    expect((await api.get(path.toUpperCase().replace('/V1/CONTACTS', '/v1/contacts'))).status).toBe(200);
  });

  test('404 for one that is not there, one that was deleted, and one of another workspace', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    expect((await api.get(`/v1/contacts/${v7()}`)).body.code).toBe('not_found');
    await api.send('DELETE', `/v1/contacts/${contact_id}`);
    const gone = await api.get(`/v1/contacts/${contact_id}`);
    expect([gone.status, gone.body.code]).toEqual([404, 'deleted']);
    const other = await api.contact();
    api.switchWorkspace();
    const foreign = await api.get(`/v1/contacts/${other.contact_id}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'not_found']);
  });

  test('400 for an id that is none', async () => {
    const { status, body } = await open().get('/v1/contacts/42');
    expect([status, body.code]).toEqual([400, 'bad_id']);
  });
});
