import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';
import { contact } from '../domain/contact.ts';
import { merge } from '../domain/merge.ts';
import type { AnyRecord } from '../domain/noun.ts';
import { NOUNS } from '../domain/nouns.ts';

overBothStores('the merge of two contacts, sent as a batch', (open) => {
  test('is made as it was computed, the server adds nothing, and sent again it changes nothing', async () => {
    const api = open();
    const kept = await api.contact({ name: 'Ada Lee', phone: '1', status: 'ghosted', last_contacted: '2026-02-01' });
    const other = await api.contact({ name: 'Ada Lee', phone: '2' });
    const of = { contact_id: other.contact_id };
    const called = { ...of, direction: 'in', occurred_at: '2026-03-01T10:00' };
    const call = (await api.send('POST', '/v1/interactions', called)).body;
    const task = (await api.send('POST', '/v1/tasks', { ...of, title: 'Write' })).body;
    const job = (await api.send('POST', '/v1/applications', { position: 'Engineer', contact_ids: [of] })).body;
    const records: Record<string, readonly AnyRecord[]> = { interactions: [call], tasks: [task], applications: [job] };
    const standing = (await api.get(`/v1/contacts/${of.contact_id}`)).body;
    const merged = merge(contact, kept, standing, {
      nouns: NOUNS,
      recordsOf: (type) => records[type] ?? [],
      lineOf: ({ field, value }) => `Also: ${field} ${value}`,
    });
    if ('problem' in merged) throw new Error(merged.problem.detail);
    const operations = merged.operations.map(({ operation, ...ref }) => ({ ...ref, ...operation }));
    for (const _ of ['once', 'again']) {
      const { body } = await api.send('POST', '/v1/batch', { operations });
      expect(body.results.map(({ status }: { status: number }) => status)).toEqual([200, 200, 200, 200, 200]);
      expect((await api.get(`/v1/contacts/${kept.contact_id}`)).body).toMatchObject({
        phone: '1',
        status: 'ghosted',
        last_contacted: '2026-03-01T10:00',
        notes: 'Also: last_contacted 2026-02-01\nAlso: phone 2',
        version: 2,
      });
    }
    expect((await api.get(`/v1/interactions?contact_id=${kept.contact_id}`)).body).toHaveLength(1);
    expect((await api.get(`/v1/tasks?contact_id=${kept.contact_id}`)).body).toHaveLength(1);
    expect((await api.get(`/v1/contacts/${of.contact_id}`)).status).toBe(404);
  });
});
