import { expect, test } from 'vitest';
import { type Api, advance, now, overBothStores } from '../../test/api.ts';

const DAY_MS = 86_400_000;

async function createFive(api: Api): Promise<void> {
  for (const name of ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve']) await api.contact({ name });
}

overBothStores('GET /v1/changes', (open) => {
  test('everything at first, then what changed since, removals included', async () => {
    const api = open();
    await createFive(api);
    const first = await api.get('/v1/changes');
    expect(first.body).toMatchObject({ more: false });
    expect(first.body.changes.map(({ type }: { type: string }) => type)).toEqual(Array(5).fill('contacts'));
    const { contact_id } = first.body.changes[1].record;
    await api.send('DELETE', `/v1/contacts/${contact_id}`);
    const { body } = await api.get(`/v1/changes?since=${first.body.cursor}`);
    const last = body.changes.at(-1).record;
    expect(last).toMatchObject({ contact_id, version: 2 });
    expect(last.deleted_at).not.toBeNull();
  });

  test('pages that follow one another hold every record', async () => {
    const api = open();
    await createFive(api);
    const seen = new Set<string>();
    for (let query = '?limit=2', more = true; more; ) {
      const { body } = await api.get(`/v1/changes${query}`);
      expect(body.changes.length).toBeLessThanOrEqual(2);
      for (const { record } of body.changes) seen.add(record.name);
      query = `?limit=2&since=${body.cursor}`;
      more = body.more;
    }
    expect(seen.size).toBe(5);
  });

  test('410 for a cursor older than deletions are remembered', async () => {
    const api = open();
    const { body } = await api.get('/v1/changes');
    advance(43 * DAY_MS);
    expect((await api.get(`/v1/changes?since=${body.cursor}`)).status).toBe(200);
    advance(DAY_MS);
    const late = await api.get(`/v1/changes?since=${body.cursor}`);
    expect([late.status, late.body.code]).toEqual([410, 'cursor_expired']);
  });

  test('410 for a cursor of another database', async () => {
    const foreign = { at: new Date(now()).toISOString(), position: '0123456789abcdef.7' };
    const since = Buffer.from(JSON.stringify(foreign)).toString('base64url');
    expect((await open().get(`/v1/changes?since=${since}`)).status).toBe(410);
  });

  test('400 for a cursor that was made up', async () => {
    const { status, body } = await open().get('/v1/changes?since=abc');
    expect([status, body.code]).toEqual([400, 'bad_cursor']);
  });
});
