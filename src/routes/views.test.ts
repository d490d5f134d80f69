import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';

const ghosts = { name: 'Ghosts', address: 'status=ghosted&sort=-name&columns=name,company' };

overBothStores('/v1/views', (open) => {
  test('a view is kept as it was sent, renamed, deleted and brought back', async () => {
    const api = open();
    const { status, body } = await api.send('POST', '/v1/views', ghosts);
    expect([status, body]).toMatchObject([201, ghosts]);
    const at = `/v1/views/${body.view_id}`;
    expect((await api.send('PATCH', at, { name: 'Silent' })).body).toMatchObject({ ...ghosts, name: 'Silent' });
    expect((await api.send('DELETE', at)).status).toBe(204);
    expect((await api.get('/v1/views')).body).toEqual([]);
    expect((await api.send('POST', `${at}/restore`)).body).toMatchObject({ name: 'Silent', deleted_at: null });
  });

  test('400 names what is missing or too long', async () => {
    const { status, body } = await open().send('POST', '/v1/views', { name: ' ', address: 'x'.repeat(2001) });
    expect(status).toBe(400);
    expect(body.errors.map(({ field, code }: { field: string; code: string }) => [field, code])).toEqual([
      ['name', 'required'],
      ['address', 'too_long'],
    ]);
  });

  test('a view is never due: it has no such order', async () => {
    const api = open();
    expect((await api.get('/v1/views?sort=next_follow_up')).status).toBe(400);
    const { parameters } = (await api.get('/v1/openapi.json')).body.paths['/v1/views'].get;
    expect(parameters.map(({ name }: { name: string }) => name)).toEqual(['q', 'sort', 'limit', 'cursor']);
  });
});
