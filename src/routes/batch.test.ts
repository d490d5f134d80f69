import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { Api, overBothStores } from '../../test/api.ts';
import { NOUNS } from '../domain/nouns.ts';
import { openSqlite } from '../store/sqlite.ts';
import { StoreBusy } from '../store/store.ts';

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

  test('a change is known by its change_id, whatever came since; one that is none is refused', async () => {
    const api = open();
    const { contact_id: id } = await api.contact();
    const edit = (phone: string, change_id: string, version: number) => ({
      ...{ op: 'edit', type: 'contacts', id, version, record: { phone }, change_id },
    });
    const operations = [edit('1', 'change-0001', 1), edit('2', 'change-0002', 2), edit('1', 'change-0001', 1)];
    const { body } = await api.send('POST', '/v1/batch', { operations: [...operations, edit('3', 'x', 3)] });
    expect(body.results).toMatchObject([
      { status: 200, record: { phone: '1', version: 2, recent_changes: ['change-0001'] } },
      { status: 200, record: { phone: '2', version: 3 } },
      { status: 200, record: { phone: '2', version: 3 } },
      { status: 400, problem: { errors: [{ field: 'change_id' }] } },
    ]);
  });

  test('sent twice, it changes nothing more and answers with what stands', async () => {
    const api = open();
    const [id, other] = [v7(), v7()];
    const operations = [
      { op: 'create', type: 'contacts', id, record: { name: 'B', email: 'b@example.org' } },
      { op: 'edit', type: 'contacts', id, version: 1, record: { phone: '1' } },
      { op: 'create', type: 'contacts', id: other, record: { name: 'C', email: 'c@example.org' } },
      { op: 'remove', type: 'contacts', id: other },
    ];
    const first = await api.send('POST', '/v1/batch', { operations });
    expect(statuses(first.body)).toEqual([201, 200, 201, 200]);
    const again = await api.send('POST', '/v1/batch', { operations });
    expect(statuses(again.body)).toEqual([200, 200, 200, 200]);
    const [, edited, , removed] = first.body.results;
    expect(again.body.results.map(({ record }: { record: object }) => record)).toEqual(
      [edited, edited, removed, removed].map(({ record }) => record),
    );
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
    [{ op: 'edit', type: 'contacts', id: 'x' }, 'id'],
    [{ op: 'create', type: 'contacts', id: crypto.randomUUID() }, 'contact_id'],
    [{ op: 'create', type: 'contacts', version: 1, record: {} }, 'version'],
    [{ op: 'remove', type: 'contacts', id: v7(), record: {} }, 'record'],
    [{ op: 'edit', type: 'contacts', id: v7(), version: 0 }, 'version'],
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

test('an operation whose write fails is answered as that, and stops no other', async () => {
  const store = openSqlite({ file: ':memory:', nouns: NOUNS, now: () => new Date() });
  const failures: Record<string, Error> = { busy: new StoreBusy('The disk is full.'), broken: new Error('secret') };
  const api = new Api({
    ...store,
    put: async (workspace, stored, ifVersion) => {
      const failure = failures[String(stored.record.name)];
      if (failure) throw failure;
      return store.put(workspace, stored, ifVersion);
    },
  });
  const operations = ['good', 'busy', 'broken', 'fine'].map((name) => ({
    op: 'create',
    type: 'contacts',
    record: { name, email: 'a@example.org' },
  }));
  const { status, body, text } = await api.send('POST', '/v1/batch', { operations });
  expect([status, statuses(body)]).toEqual([200, [201, 503, 500, 201]]);
  expect(text).not.toContain('secret');
  expect(api.faults).toEqual([failures.broken]);
});

function statuses({ results }: { results: readonly { status: number }[] }): number[] {
  return results.map(({ status }) => status);
}
