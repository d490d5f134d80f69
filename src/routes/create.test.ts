import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';

overBothStores('POST /v1/contacts', (open) => {
  test('201 with every field, the values exactly as sent, null for the rest', async () => {
    const sent = {
      name: 'Alice',
      email: 'alice@example.com',
      last_contacted: '2025-05-27T14:33:00',
      next_follow_up: '2025-06-01',
    };
    const { status, body, headers } = await open().send('POST', '/v1/contacts', sent);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...sent,
      phone: null,
      company: null,
      notes: null,
      tags: [],
      kind: null,
      deleted_at: null,
    });
    expect(body).toMatchObject({ version: 1, created_at: body.updated_at });
    expect(body.contact_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(headers.get('Location')).toBe(`/v1/contacts/${body.contact_id}`);
    expect(headers.get('ETag')).toBe('"1"');
  });

  test('201 for a form that sends an empty string for each empty field', async () => {
    const form = {
      contact_id: '',
      name: 'Bo',
      email: 'bo@example.org',
      phone: '',
      kind: '',
      tags: '',
      next_follow_up: '',
    };
    const { status, body } = await open().send('POST', '/v1/contacts', form);
    expect(status).toBe(201);
    expect(body).toMatchObject({ phone: null, kind: null, tags: [], next_follow_up: null });
  });

  test('200 and no second contact when the same create comes twice', async () => {
    const api = open();
    const sent = { contact_id: v7(), name: 'Alice', email: 'alice@example.com' };
    const first = await api.send('POST', '/v1/contacts', sent);
    const second = await api.send('POST', '/v1/contacts', sent);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body).toEqual(first.body);
    expect((await api.get('/v1/contacts')).body).toHaveLength(1);
  });

  test('200 with the contact as it stands when the same create comes again after an edit, and after a delete', async () => {
    const api = open();
    const sent = { contact_id: v7(), name: 'Alice', email: 'alice@example.com' };
    await api.send('POST', '/v1/contacts', sent);
    const edited = await api.send('PATCH', `/v1/contacts/${sent.contact_id}`, { phone: '1' });
    const again = await api.send('POST', '/v1/contacts', sent);
    expect([again.status, again.body]).toEqual([200, edited.body]);
    await api.send('DELETE', `/v1/contacts/${sent.contact_id}`);
    const late = await api.send('POST', '/v1/contacts', sent);
    expect(late).toMatchObject({ status: 200, body: { version: 3, deleted_at: expect.any(String) } });
  });

  test('409 with the one that stands when the id is taken by other values', async () => {
    const api = open();
    const standing = await api.contact();
    const { status, body } = await api.send('POST', '/v1/contacts', {
      contact_id: standing.contact_id,
      name: 'Eve',
      email: 'eve@example.org',
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'already_exists', record: standing });
  });

  test('400 that names every bad field and every unknown one, and keeps nothing', async () => {
    const api = open();
    const bad = {
      name: '  ',
      email: 'not an address',
      phone: 5,
      tags: ['a', 'a'],
      kind: 'friend',
      next_follow_up: '2026-02-30',
      last_contacted: 'yesterday',
      linkedin_url: 'javascript:alert(1)',
      notes: 'n'.repeat(20_001),
      emial: 'x',
      version: 7,
    };
    const { status, body, headers } = await api.send('POST', '/v1/contacts', bad);
    expect(status).toBe(400);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(body.code).toBe('invalid_fields');
    const named = Object.fromEntries(body.errors.map(({ field, code }: Record<string, string>) => [field, code]));
    expect(named).toEqual({
      name: 'required',
      email: 'bad_email',
      phone: 'wrong_type',
      tags: 'bad_tag',
      kind: 'bad_choice',
      next_follow_up: 'bad_date',
      last_contacted: 'bad_date_time',
      linkedin_url: 'bad_url',
      notes: 'too_long',
      emial: 'unknown_field',
      version: 'read_only',
    });
    expect((await api.get('/v1/contacts')).body).toEqual([]);
  });

  test('400 for an id that is not a UUID of version 7', async () => {
    const sent = { contact_id: crypto.randomUUID(), name: 'Ada', email: 'ada@example.org' };
    const { status, body } = await open().send('POST', '/v1/contacts', sent);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'contact_id', code: 'bad_id' }]);
  });

  test.each([
    '<img src=x onerror=alert(1)>',
    'שלום עולם',
    '\u202Eevil\u202C',
    '👩🏽‍💻 e\u0301 \u00E9 ﷽',
    'tab\tnewline\nand \u0007 bell',
    "Robert'); DROP TABLE records;--",
    'x'.repeat(200),
    ' spaces around ',
    '__proto__',
  ])('gives back the name %j as it was sent', async (name) => {
    const api = open();
    const { contact_id } = await api.contact({ name });
    expect((await api.get(`/v1/contacts/${contact_id}`)).body.name).toBe(name);
  });

  test.each([
    ['NUL', 'a\0b'],
    ['a lone high surrogate', 'a\ud800'],
    ['a lone low surrogate', '\udc00a'],
  ])('refuses %s by the name of the field', async (_, notes) => {
    const { status, body } = await open().send('POST', '/v1/contacts', { name: 'A', email: 'a@example.org', notes });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'notes', code: 'bad_text' }]);
  });

  test('keeps 20,000 characters of notes', async () => {
    const notes = '字'.repeat(20_000);
    expect((await open().contact({ notes })).notes).toBe(notes);
  });

  test('names at most 20 wrong fields, and how many more there are', async () => {
    const many = Object.fromEntries(Array.from({ length: 70_000 }, (_, n) => [`x${n}`, 1]));
    const { status, body, text } = await open().send('POST', '/v1/contacts', many);
    expect([status, body.errors.length]).toEqual([400, 20]);
    expect(body.detail).toContain('And 69982 more.');
    expect(text.length).toBeLessThan(20_000);
  });

  test('refuses a field named like a property of every object', async () => {
    const body = '{"name":"A","email":"a@example.org","__proto__":{"x":1},"constructor":1}';
    const answer = await open().send('POST', '/v1/contacts', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual(['__proto__', 'constructor']);
  });
});
