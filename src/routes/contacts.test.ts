import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { advance, overBothStores } from '../../test/api.ts';

const DAY_MS = 86_400_000;

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

overBothStores('PATCH /v1/contacts/{id}', (open) => {
  test('changes only what is sent; null and the empty string empty a field', async () => {
    const api = open();
    const record = await api.contact({ phone: '1', company: 'X' });
    const patch = { phone: null, company: '', status: 'ghosted' };
    const { status, body } = await api.send('PATCH', `/v1/contacts/${record.contact_id}`, patch, {
      'Content-Type': 'application/merge-patch+json',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...record,
      phone: null,
      company: null,
      status: 'ghosted',
      version: 2,
      updated_at: body.updated_at,
    });
    expect(body.updated_at > record.updated_at).toBe(true);
  });

  test('400 for emptying a required field, and nothing is changed', async () => {
    const api = open();
    const record = await api.contact();
    const path = `/v1/contacts/${record.contact_id}`;
    const { status, body } = await api.send('PATCH', path, { name: null, phone: '5' });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ field: 'name', code: 'required' }]);
    expect((await api.get(path)).body).toEqual(record);
  });

  test('412 with the record that stands when another device edited the contact first', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const path = `/v1/contacts/${contact_id}`;
    const theirs = await api.send('PATCH', path, { phone: '1' }, { 'If-Match': '"1"' });
    const mine = await api.send('PATCH', path, { phone: '2' }, { 'If-Match': '"1"' });
    expect(mine.status).toBe(412);
    expect(mine.body).toMatchObject({ code: 'stale_version', record: theirs.body });
    expect(mine.headers.get('ETag')).toBe('"2"');
    expect((await api.get(path)).body.phone).toBe('1');
  });

  test('200 and no new version when the same edit comes again with the version that it made stale', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const send = () => api.send('PATCH', `/v1/contacts/${contact_id}`, { phone: '1' }, { 'If-Match': '"1"' });
    const [first, again] = [await send(), await send()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    const other = await api.send('PATCH', `/v1/contacts/${contact_id}`, { company: 'X' });
    expect((await send()).body).toEqual(other.body);
  });

  test('edits of different fields at the same moment both live', async () => {
    const api = open();
    const { contact_id } = await api.contact();
    const path = `/v1/contacts/${contact_id}`;
    const patches = [{ phone: '1' }, { company: 'X' }, { status: 'offer' }, { location: 'Y' }];
    const answers = await Promise.all(patches.map((patch) => api.send('PATCH', path, patch)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect((await api.get(path)).body).toMatchObject({
      phone: '1',
      company: 'X',
      status: 'offer',
      location: 'Y',
      version: 5,
    });
  });

  test.each(['3', '"x"', 'W/"1"', '"1", "2"'])('400 for If-Match: %s', async (header) => {
    const api = open();
    const { contact_id } = await api.contact();
    const { status, body } = await api.send('PATCH', `/v1/contacts/${contact_id}`, {}, { 'If-Match': header });
    expect([status, body.code]).toEqual([400, 'bad_precondition']);
  });
});

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
