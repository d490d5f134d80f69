import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { overBothStores } from '../../test/api.ts';
import { contact } from '../domain/contact.ts';
import { isPlace } from '../web/route.ts';

overBothStores('a calendar to subscribe to', (open) => {
  const made = async (api: ReturnType<typeof open>): Promise<string> => {
    const { status, body } = await api.send('POST', '/v1/calendar-feed');
    expect(status).toBe(201);
    return new URL(body.url).pathname;
  };

  test('holds follow-ups, interviews, deadlines and tasks, and another program reads it', async () => {
    const api = open();
    const { contact_id } = await api.contact({ next_follow_up: '2026-03-12' });
    await api.send('POST', '/v1/applications', { position: 'Engineer', company: 'Acme', deadline: '2026-03-20' });
    await api.send('POST', '/v1/tasks', { title: 'Prepare', due_on: '2026-03-11' });
    const interview = { contact_id, kind: 'technical', occurred_at: '2026-03-13T10:00:00+01:00', duration: 60 };
    await api.send('POST', '/v1/interactions', interview);
    const { status, headers, text } = await api.get(await made(api));
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const starts = events.map((event) => String(event.getFirstPropertyValue('dtstart'))).sort();
    expect(starts).toEqual(['2026-03-11', '2026-03-12', '2026-03-13T09:00:00Z', '2026-03-20']);
    expect(events.every((event) => event.getAllSubcomponents('valarm').length === 1)).toBe(true);
    const links = events
      .flatMap((event) => event.getFirstPropertyValue('url') ?? [])
      .map((url) => new URL(String(url)));
    expect(links.filter((link) => !isPlace(contact, link, false))).toEqual([]);
    expect(links.filter(({ pathname }) => pathname === `/contacts/${contact_id}`)).toHaveLength(2);
  });

  test('is the same until something changes, and then only its ETag is asked for', async () => {
    const api = open();
    const { contact_id } = await api.contact({ next_follow_up: '2026-03-12' });
    const path = await made(api);
    const first = await api.get(path);
    const ETag = first.headers.get('ETag') ?? '';
    expect((await api.get(path)).text).toBe(first.text);
    expect((await api.get(path, { 'If-None-Match': `"other", ${ETag}` })).status).toBe(304);
    await api.send('PATCH', `/v1/contacts/${contact_id}`, { next_follow_up: '2026-03-14' });
    expect((await api.get(path, { 'If-None-Match': ETag })).status).toBe(200);
  });

  test('ends when a new address is made, and when it is revoked', async () => {
    const api = open();
    expect((await api.get('/v1/calendar-feed')).body).toEqual({ made_at: null });
    const [first, second] = [await made(api), await made(api)];
    expect((await api.get('/v1/calendar-feed')).body.made_at).toMatch(/^2026-03-10T/);
    expect([(await api.get(first)).status, (await api.get(second)).status]).toEqual([404, 200]);
    expect((await api.send('DELETE', '/v1/calendar-feed')).status).toBe(204);
    expect((await api.get(second)).status).toBe(404);
  });

  test('of one person is no other’s', async () => {
    const api = open();
    await api.contact({ name: 'Mine', next_follow_up: '2026-03-12' });
    const mine = await made(api);
    api.switchWorkspace();
    await api.contact({ name: 'Theirs', next_follow_up: '2026-03-12' });
    expect((await api.get(mine)).text).toContain('Mine');
    expect((await api.get(mine)).text).not.toContain('Theirs');
    expect((await api.get(await made(api))).text).not.toContain('Mine');
  });

  test.each(['x.ics', `${'a'.repeat(43)}.ics`, 'a'.repeat(43), '%00.ics', '..%2faccount.ics'])(
    'there is none at %s',
    async (token) => {
      const { status, body } = await open().get(`/v1/calendar/${token}`);
      expect([status, body.code]).toEqual([404, 'not_found']);
    },
  );

  test('has nothing of what was deleted, nor of what is long past', async () => {
    const api = open();
    await api.contact({ name: 'Past', next_follow_up: '2025-01-01' });
    const { contact_id } = await api.contact({ name: 'Gone', next_follow_up: '2026-03-12' });
    await api.send('DELETE', `/v1/contacts/${contact_id}`);
    const { text } = await api.get(await made(api));
    expect(text).not.toMatch(/Past|Gone/);
  });
});
