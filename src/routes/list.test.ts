import { expect, test } from 'vitest';
import { type Api, overBothStores } from '../../test/api.ts';

async function names(api: Api, query: string): Promise<string[]> {
  const pages = await api.pages(`/v1/contacts${query}`);
  return pages.flat().map(({ name }) => String(name));
}

async function cast(api: Api): Promise<void> {
  await api.contact({
    name: 'Ångström Zoë',
    company: 'Acme',
    status: 'Ghosted',
    next_follow_up: '2026-03-09',
    tags: ['remote'],
  });
  await api.contact({
    name: 'Bob',
    company: 'acme',
    status: 'offer',
    kind: 'interviewer',
    next_follow_up: '2026-03-10',
  });
  await api.contact({ name: 'Chloé', email: 'chloe@acme.example', status: 'ghosted', tags: ['Remote', 'go'] });
  await api.contact({ name: '王小明', notes: 'met Zoë at the fair', next_follow_up: '2026-03-16' });
  await api.contact({ name: 'Dan', next_follow_up: '2026-03-17' });
}

overBothStores('GET /v1/contacts', (open) => {
  test('a plain array in the order of creation, with no link at the end', async () => {
    const api = open();
    await cast(api);
    const { body, headers } = await api.get('/v1/contacts');
    expect(body.map(({ name }: { name: string }) => name)).toEqual(['Ångström Zoë', 'Bob', 'Chloé', '王小明', 'Dan']);
    expect(headers.get('Link')).toBeNull();
  });

  test('those that need an e-mail are found by their mark, also once one of them has got one', async () => {
    const api = open();
    await cast(api);
    const imported = { name: 'Eve', email: null, needs_email: true };
    const { status, body } = await api.send('POST', '/v1/contacts', imported);
    expect([status, body.email, body.needs_email]).toEqual([201, null, true]);
    const operations = [{ op: 'create', type: 'contacts', record: { ...imported, name: 'Fay' } }];
    expect((await api.send('POST', '/v1/batch', { operations })).body.results[0].status).toBe(201);
    expect(await names(api, '?needs_email=true')).toEqual(['Eve', 'Fay']);
    await api.send('PATCH', `/v1/contacts/${body.contact_id}`, { email: 'eve@example.org' });
    expect(await names(api, '?needs_email=true')).toEqual(['Fay']);
    expect(await names(api, '?needs_email=false')).toHaveLength(6);
    expect((await api.get('/v1/contacts?needs_email=perhaps')).status).toBe(400);
  });

  test.each(['created', '-created', 'updated', '-updated', 'next_follow_up', '-next_follow_up'])(
    'pages by link in the order %s give each contact once, in the order of the whole',
    async (sort) => {
      const api = open();
      await cast(api);
      const whole = await names(api, `?sort=${sort}`);
      const pages = await api.pages(`/v1/contacts?sort=${sort}&limit=2`);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat().map(({ name }) => name)).toEqual(whole);
    },
  );

  test('sorted by follow-up, those without one come last, and first the other way', async () => {
    const api = open();
    await cast(api);
    expect(await names(api, '?sort=next_follow_up')).toEqual(['Ångström Zoë', 'Bob', '王小明', 'Dan', 'Chloé']);
    expect(await names(api, '?sort=-next_follow_up')).toEqual(['Chloé', 'Dan', '王小明', 'Bob', 'Ångström Zoë']);
  });

  test('sorted by update, an edited contact moves to the end', async () => {
    const api = open();
    await cast(api);
    const [first] = (await api.get('/v1/contacts?limit=1')).body;
    await api.send('PATCH', `/v1/contacts/${first.contact_id}`, { phone: '1' });
    expect((await names(api, '?sort=updated')).at(-1)).toBe('Ångström Zoë');
  });

  test.each([
    ['?q=angstrom', ['Ångström Zoë']],
    ['?q=ZOE', ['Ångström Zoë', '王小明']],
    ['?q=zoe+fair', ['王小明']],
    ['?q=oe', []],
    ['?q=小', ['王小明']],
    ['?q=chloe@acme', ['Chloé']],
    ['?q=interview', ['Bob']],
    ['?q="*', []],
    ['?q=%F0%9F%99%82', []],
    ['?q=+&status=&due=&sort=', ['Ångström Zoë', 'Bob', 'Chloé', '王小明', 'Dan']],
    ['?kind=Interviewer', ['Bob']],
    ['?status=GHOSTED', ['Ångström Zoë', 'Chloé']],
    ['?status=ghosted&tag=go', ['Chloé']],
    ['?tag=remote', ['Ångström Zoë', 'Chloé']],
    ['?company=Acme', ['Ångström Zoë', 'Bob']],
    ['?kind=interviewer', ['Bob']],
    ['?company=Acme&q=bob', ['Bob']],
    ['?due=overdue&today=2026-03-10', ['Ångström Zoë']],
    ['?due=today&today=2026-03-10', ['Bob']],
    ['?due=week&today=2026-03-10&sort=-next_follow_up', ['王小明', 'Bob']],
  ])('%s gives %j', async (query, expected) => {
    const api = open();
    await cast(api);
    expect(await names(api, query)).toEqual(expected);
    expect(await names(api, `${query}&limit=1`)).toEqual(expected);
  });

  test('an edit changes what a contact is found by', async () => {
    const api = open();
    const { contact_id } = await api.contact({ name: 'Before' });
    await api.send('PATCH', `/v1/contacts/${contact_id}`, { name: 'After' });
    expect([await names(api, '?q=before'), await names(api, '?q=after')]).toEqual([[], ['After']]);
  });

  test.each([
    ['?limit=0', 'limit'],
    ['?limit=1001', 'limit'],
    ['?limit=ten', 'limit'],
    ['?sort=name', 'sort'],
    ['?due=soon', 'due'],
    ['?due=today&today=2026-02-30', 'today'],
    ['?kind=friend', 'kind'],
    ['?page=2', 'page'],
    ['?q=a&q=b', 'q'],
  ])('400 for %s, by name', async (query, parameter) => {
    const { status, body } = await open().get(`/v1/contacts${query}`);
    expect([status, body.code]).toEqual([400, 'invalid_parameters']);
    expect(body.errors.map(({ field }: { field: string }) => field)).toContain(parameter);
  });

  test('400 for a cursor that was made up, altered or made for another order', async () => {
    const api = open();
    await cast(api);
    const { headers } = await api.get('/v1/contacts?limit=1');
    const cursor = /cursor=([\w-]+)/.exec(headers.get('Link') ?? '')?.[1] ?? '';
    for (const query of ['cursor=abc', 'cursor=e30', `cursor=${cursor}x`, `cursor=${cursor}&sort=updated`]) {
      const { status, body } = await api.get(`/v1/contacts?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, 'bad_cursor']);
    }
  });

  test('nothing of another workspace', async () => {
    const api = open();
    await cast(api);
    api.switchWorkspace();
    expect(await names(api, '?q=bob')).toEqual([]);
    expect((await api.get('/v1/changes')).body.changes).toEqual([]);
  });
});
