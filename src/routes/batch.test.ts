import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';

overBothStores('POST /v1/batch', (open) => {
  test('200 with a result for each, in order, each judged on its own', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const id = v7();
    const operations = [
      { op: 'create', type: 'contacts', id, record: { name: 'B', email: 'b@example.org' } },
      { op: 'edit', type: 'contacts', id: contact_id, record: { phone: '1' } },
      { op: 'edit', type: 'contacts', id: contact_id, version: 1, record: { phone: '2' } },
      { op: 'create', type: 'contacts', record: { name: 'C' } },
      { op: 'remove', type: 'contacts', id: v7() },
      { op: 'remove', type: 'contacts', id: contact_id },
      { op: 'restore', type: 'contacts', id: contact_id },
      { op: 'replace', type: 'contacts', id, record: { name: 'B2', email: 'b@example.org' } },
    ];
    const { status, body } = await api.send('POST', '/v1/batch', { operations });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { status: 201, record: { contact_id: id, version: 1 } },
      { status: 200, record: { phone: '1', version: 2 } },
      { status: 412, problem: { code: 'stale_version', record: { version: 2 } } },
      { status: 400, problem: { code: 'invalid_fields', errors: [{ field: 'email' }] } },
      { status: 404, problem: { code: 'not_found' } },
      { status: 200, record: { version: 3 } },
      { status: 200, record: { version: 4, deleted_at: null } },
      { status: 200, record: { name: 'B2', version: 2 } },
    ]);
  });

  test('sent twice, it changes nothing more', async () => {
    const api = open();
    const id = v7();
    const operations = [
      { op: 'create', type: 'contacts', id, record: { name: 'B', email: 'b@example.org' } },
      { op: 'edit', type: 'contacts', id, version: 1, record: { phone: '1' } },
    ];
    await api.send('POST', '/v1/batch', { operations: operations.slice(0, 1) });
    const first = await api.send('POST', '/v1/batch', { operations });
    const again = await api.send('POST', '/v1/batch', { operations: operations.slice(1) });
    expect(first.body.results.map(({ status }: { status: number }) => status)).toEqual([200, 200]);
    expect(again.body.results).toEqual(first.body.results.slice(1));
  });

  test('100 creates and no more than 100', async () => {
    const api = open();
    const create = () => ({ op: 'create', type: 'contacts', record: { name: 'B', email: 'b@example.org' } });
    const hundred = Array.from({ length: 100 }, create);
    const { body } = await api.send('POST', '/v1/batch', { operations: hundred });
    expect(new Set(body.results.map(({ status }: { status: number }) => status))).toEqual(new Set([201]));
    expect((await api.get('/v1/contacts')).body).toHaveLength(100);
    const tooMany = await api.send('POST', '/v1/batch', { operations: [...hundred, create()] });
    expect([tooMany.status, tooMany.body.errors[0].field]).toEqual([400, 'operations']);
  });

  test.each([
    [7, 'operations'],
    [{ op: 'upsert', type: 'contacts' }, 'op'],
    [{ op: 'create', type: 'people' }, 'type'],
    [{ op: 'edit', type: 'contacts' }, 'id'],
    [{ op: 'edit', type: 'contacts', id: 'x' }, 'contact_id'],
    [{ op: 'edit', type: 'contacts', id: v7(), version: '1' }, 'version'],
    [{ op: 'create', type: 'contacts', record: [] }, 'record'],
    [{ op: 'create', type: 'contacts', recrod: {} }, 'recrod'],
    [
      { op: 'create', type: 'contacts', id: v7(), record: { contact_id: v7(), name: 'B', email: 'b@example.org' } },
      'contact_id',
    ],
  ])('the operation %j is refused by the name of its field, and stops no other', async (bad, field) => {
    const good = { op: 'create', type: 'contacts', record: { name: 'B', email: 'b@example.org' } };
    const { body } = await open().send('POST', '/v1/batch', { operations: [bad, good] });
    expect(body.results).toMatchObject([{ status: 400, problem: { errors: [{ field }] } }, { status: 201 }]);
  });

  test('400 for a body that is no list of operations', async () => {
    for (const body of [{}, { operations: {} }, { operations: [], other: 1 }]) {
      expect((await open().send('POST', '/v1/batch', body)).status).toBe(400);
    }
  });
});
