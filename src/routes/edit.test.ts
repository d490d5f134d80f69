import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';

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
      status_history: [{ status: 'ghosted', on: body.updated_at.slice(0, 10) }],
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
