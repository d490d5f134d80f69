import { v7 } from 'uuid';
import type { Deployment } from './deployment.ts';
import type { Guest } from './guest.ts';
import { eventually, must, type TickList } from './tick-list.ts';

/** A contact that is there; its path. */
export type Contact = string;

const ADA = { name: 'Smoke Test', email: 'smoke@example.org', notes: 'naïve 名前' };

/**
 * A contact goes through its life.
 *
 * @returns the path of another one, which stays
 */
export async function checkRecords(list: TickList, deployment: Deployment, guest: Guest): Promise<Contact | undefined> {
  const { patienceMs } = deployment;
  const contact = await list.tick('a signed request creates a contact', () =>
    eventually(patienceMs, () => create(guest)),
  );
  if (!contact) return undefined;
  await list.tick('the contact is listed and found', () => eventually(patienceMs, () => isListed(guest, contact)));
  await list.tick('the contact is edited, and not over another edit', () => edit(guest, contact));
  await list.tick('another contact is deleted', () => remove(guest));
  return contact;
}

async function create(guest: Guest): Promise<Contact> {
  const contact_id = v7();
  const { headers, body } = await guest.send('POST', '/contacts', { status: 201 }, { ...ADA, contact_id });
  must(body.notes === ADA.notes, 'the contact came back with other notes');
  must(headers.get('Location')?.endsWith(`/v1/contacts/${contact_id}`) === true, 'its Location is wrong');
  return `/contacts/${contact_id}`;
}

async function isListed(guest: Guest, contact: Contact): Promise<void> {
  const { list } = await guest.send('GET', '/contacts?q=naive%20smoke&sort=-created', { status: 200 });
  must(JSON.stringify(list).includes(idOf(contact)), 'the contact is not in the list');
}

async function edit(guest: Guest, contact: Contact): Promise<void> {
  const { headers } = await guest.send('GET', contact, { status: 200 });
  const ifSame = { 'If-Match': headers.get('ETag') ?? '' };
  const { body } = await guest.send('PATCH', contact, { status: 200 }, { phone: '1' }, ifSame);
  must(body.phone === '1', 'the edit was not kept');
  await guest.send('PATCH', contact, { status: 412 }, { phone: '2' }, ifSame);
}

async function remove(guest: Guest): Promise<void> {
  const contact = await create(guest);
  await guest.send('DELETE', contact, { status: 204 });
  await guest.send('GET', contact, { status: 404 });
}

export function idOf(contact: Contact): string {
  return contact.slice(contact.lastIndexOf('/') + 1);
}
