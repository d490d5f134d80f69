import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { advance, overBothStores } from '../../test/api.ts';

const DAY_MS = 86_400_000;

overBothStores('DELETE and restore', (open) => {
  test('204 hides the contact from the list; restore brings it back as it was', async () => {
    const api = open();
    const record = await api.contact({ tags: ['a'] });
    const path = `/v1/contacts/${record.contact_id}`;
    const removed = await api.send('DELETE', path);
    expect([removed.status, removed.text, removed.headers.get('ETag')]).toEqual([204, '', '"2"']);
    expect((await api.get('/v1/contacts?q=ada')).body).toEqual([]);
    expect((await api.send('PATCH', path, { phone: '1' })).body.code).toBe('deleted');
    const { status, body } = await api.send('POST', `${path}/restore`);
    expect(status).toBe(200);
    expect(body).toEqual({ ...record, version: 3, updated_at: body.updated_at });
    expect((await api.get('/v1/contacts?q=ada')).body).toEqual([body]);
  });

  test('either twice changes nothing more', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const path = `/v1/contacts/${contact_id}`;
    expect([(await api.send('DELETE', path)).status, (await api.send('DELETE', path)).status]).toEqual([204, 204]);
    const [first, again] = [await api.send('POST', `${path}/restore`), await api.send('POST', `${path}/restore`)];
    expect(again.body).toEqual(first.body);
  });

  test('412 for deleting a version that is no more; 404 for one that never was', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const path = `/v1/contacts/${contact_id}`;
    await api.send('PATCH', path, { phone: '1' });
    expect((await api.send('DELETE', path, undefined, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await api.send('DELETE', `/v1/contacts/${v7()}`)).status).toBe(404);
  });

  test('after 90 days a deleted contact is forgotten', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    await api.send('DELETE', `/v1/contacts/${contact_id}`);
    advance(90 * DAY_MS + 1000);
    const { status, body } = await api.send('POST', `/v1/contacts/${contact_id}/restore`);
    expect([status, body.code]).toEqual([404, 'not_found']);
  });
});
