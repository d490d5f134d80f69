import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { contact } from '../domain/contact.ts';
import { choice, text } from '../domain/field.ts';
import type { Noun } from '../domain/noun.ts';
import { storeContract } from './contract.ts';
import { newRecord, stored } from './contract-scene.ts';
import { openSqlite } from './sqlite.ts';
import type { ListQuery, Store } from './store.ts';

storeContract('SQLite', (options) => openSqlite({ file: ':memory:', ...options }));

describe('a SQLite file', () => {
  const query = { type: 'contacts', order: 'created', descending: false, limit: 10 } as const;

  test('finds old records by a field that became a filter, and by a choice that is called otherwise now', async () => {
    const file = join(temporaryFolder(), 'touchbase.db');
    await open(file, contact).put('w', stored(contact, berliner()), 0);
    const later = {
      ...contact,
      fields: {
        ...contact.fields,
        location: text({ label: 'Location', maxLength: 200, filter: 'location' }),
        kind: choice({ label: 'Kind', choices: { referral: 'Matchmaker' } }),
      },
    };
    const store = open(file, later);
    expect(await count(store, { ...query, values: { location: 'berlin' } })).toBe(1);
    expect(await count(store, { ...query, words: ['matchmaker'] })).toBe(1);
    expect(await count(store, { ...query, words: ['referral'] })).toBe(0);
  });

  test('does not find a deleted record after its search was made anew', async () => {
    const file = join(temporaryFolder(), 'touchbase.db');
    const store = open(file, contact);
    const record = berliner();
    await store.put('w', stored(contact, record), 0);
    await store.put('w', stored(contact, { ...record, version: 2, deleted_at: record.created_at }), 1);
    const { kind: _, ...fields } = contact.fields;
    expect(await count(open(file, { ...contact, fields }), { ...query, words: ['berlin'] })).toBe(0);
  });

  test('keeps what was asked for before it was closed', async () => {
    const file = join(temporaryFolder(), 'touchbase.db');
    const store = openSqlite({ file, nouns: [contact], now: () => new Date('2026-03-01T09:00:00.000Z') });
    const put = store.put('w', stored(contact, berliner()), 0);
    await store.close();
    expect([await put, await count(open(file, contact), query)]).toEqual([true, 1]);
  });

  function berliner() {
    return newRecord(contact, 1, '2026-03-01T09:00:00.000Z', { location: 'Berlin', kind: 'referral' });
  }

  function open(file: string, noun: Noun): Store {
    const store = openSqlite({ file, nouns: [noun], now: () => new Date('2026-03-01T09:00:00.000Z') });
    onTestFinished(() => store.close());
    return store;
  }

  async function count(store: Store, asked: ListQuery): Promise<number> {
    return (await store.list('w', asked)).records.length;
  }
});
