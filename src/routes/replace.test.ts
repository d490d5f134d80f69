import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';

overBothStores('PUT /v1/contacts/{id}', (open) => {
  test('replaces: what is left out becomes empty', async () => {
    const api = open();
    const { contact_id } = await api.contact({ phone: '1', tags: ['a'] });
    const { status, body, headers } = await api.send('PUT', `/v1/contacts/${contact_id}`, {
      name: 'B',
      email: 'b@example.org',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ contact_id, name: 'B', phone: null, tags: [], version: 2 });
    expect(headers.get('ETag')).toBe('"2"');
  });

  test('takes a record back whole as it was got, and changes nothing when nothing changed', async () => {
    const api = open();
    const record = await api.contact({ phone: '1' });
    const path = `/v1/contacts/${record.contact_id}`;
    expect((await api.send('PUT', path, record)).body).toEqual(record);
    const edited = await api.send('PUT', path, { ...record, phone: '2' });
    expect(edited.body).toMatchObject({ phone: '2', version: 2 });
    expect((await api.send('PUT', path, { ...record, phone: '2' })).status).toBe(200);
    expect((await api.send('PUT', path, { ...record, phone: '3' })).status).toBe(412);
  });

  test('takes an id in upper case, and the version in the body as If-Match has it', async () => {
    const api = open();
    const record = await api.contact();
    const path = `/v1/contacts/${record.contact_id}`;
    const shouted = { ...record, contact_id: record.contact_id.toUpperCase(), phone: '1' };
    expect((await api.send('PUT', path, shouted)).status).toBe(200);
    const contradiction = await api.send('PUT', path, { ...record, phone: '2' }, { 'If-Match': '"2"' });
    expect(contradiction.body.errors).toContainEqual(expect.objectContaining({ field: 'version', code: 'read_only' }));
    const nonsense = await api.send('PATCH', path, { updated_at: 'yesterday', phone: '3' });
    expect(nonsense.body.errors).toMatchObject([{ field: 'updated_at', code: 'read_only' }]);
  });

  test('400 for another id or another time of creation, 404 where there is no such contact', async () => {
    const api = open();
    const record = await api.contact();
    const { status, body } = await api.send('PUT', `/v1/contacts/${record.contact_id}`, {
      ...record,
      contact_id: v7(),
      created_at: '2000-01-01T00:00:00.000Z',
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ field }: { field: string }) => field).sort()).toEqual(['contact_id', 'created_at']);
    expect((await api.send('PUT', `/v1/contacts/${v7()}`, { name: 'A', email: 'a@example.org' })).status).toBe(404);
  });
});
