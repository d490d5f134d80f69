import { type Contact, idOf } from './check-records.ts';
import { type Deployment, replyOf } from './deployment.ts';
import type { Guest } from './guest.ts';
import { must, type TickList } from './tick-list.ts';

interface Scene {
  readonly owner: Guest;
  readonly stranger: Guest;
  readonly contact: Contact;
}

/** Nobody gets at a record but its owner, with the owner's own signature. */
export async function checkStrangers(list: TickList, { config }: Deployment, scene: Scene): Promise<void> {
  const { owner, stranger, contact } = scene;
  await list.tick('a wrong key is refused', async () => {
    const request = await owner.sign('GET', contact, undefined, undefined, 'a wrong secret key, made up for this test');
    await replyOf(await fetch(request), { status: 403, code: 'bad_signature' });
  });
  await list.tick('a signature holds for one address and one body', async () => {
    const { headers } = await owner.sign('GET', '/contacts');
    await replyOf(await fetch(config.api + contact, { headers }), { status: 403, code: 'bad_signature' });
    const patch = await owner.sign('PATCH', contact, { phone: '3' });
    const altered = new Request(patch, { body: JSON.stringify({ phone: '4' }) });
    await replyOf(await fetch(altered), { status: 403, code: 'bad_signature' });
  });
  await list.tick('somebody else sees nothing of it and changes nothing', () => isHidden(stranger, contact));
  await list.tick('what was refused has changed nothing', async () => {
    const { body } = await owner.send('GET', contact, { status: 200 });
    must(body.phone === '1', `the phone is ${body.phone}`);
  });
}

async function isHidden(stranger: Guest, contact: Contact): Promise<void> {
  await stranger.send('GET', contact, { status: 404 });
  await stranger.send('PATCH', contact, { status: 404 }, { phone: '5' });
  await stranger.send('DELETE', contact, { status: 404 });
  for (const path of ['/contacts', '/changes']) {
    const { list, body } = await stranger.send('GET', path, { status: 200 });
    must(!JSON.stringify([list, body]).includes(idOf(contact)), `${path} names it`);
  }
}
