import { type Deployment, replyOf } from './deployment.ts';
import type { Guest } from './guest.ts';
import { must, type TickList } from './tick-list.ts';

const UNKNOWN = 'A'.repeat(43);

/** A calendar program signs nothing: who has the secret address reads the calendar until the address ends. */
export async function checkCalendar(list: TickList, { config }: Deployment, guest: Guest): Promise<void> {
  const calendar = await list.tick('a guest gets a secret address of the calendar', async () => {
    const { body } = await guest.send('POST', '/calendar-feed', { status: 201 });
    const told = new URL(String(body.url));
    const address = new URL(told.pathname, config.api);
    must(
      told.host === address.host && address.href.startsWith(`${config.api}/calendar/`),
      `${told.host} is not the API`,
    );
    return address;
  });
  if (!calendar) return;
  await list.tick('the calendar is read without a signature, and not sent twice', () => isRead(calendar));
  await list.tick('no calendar at another address, nor at one that has ended', async () => {
    await replyOf(await fetch(`${config.api}/calendar/${UNKNOWN}.ics`), { status: 404, code: 'not_found' });
    await guest.send('DELETE', '/calendar-feed', { status: 204 });
    await replyOf(await fetch(calendar), { status: 404, code: 'not_found' });
  });
}

async function isRead(calendar: URL): Promise<void> {
  const response = await fetch(calendar);
  must(response.ok, `the calendar is answered with ${response.status}`);
  must((await response.text()).startsWith('BEGIN:VCALENDAR'), 'it is no calendar');
  const again = await fetch(calendar, { headers: { 'If-None-Match': response.headers.get('ETag') ?? '' } });
  must(again.status === 304, `read again it is answered with ${again.status}`);
}
