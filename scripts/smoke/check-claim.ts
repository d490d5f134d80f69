import type { Contact } from './check-records.ts';
import type { Guest } from './guest.ts';
import { must, type TickList } from './tick-list.ts';

interface Scene {
  readonly from: Guest;
  readonly to: Guest;
  readonly contact: Contact;
}

/** Records go from one account to another with a ticket, and with none without. */
export async function checkClaim(list: TickList, { from, to, contact }: Scene): Promise<void> {
  await list.tick('a made-up ticket gets nothing', async () => {
    const ticket = 'A'.repeat(43);
    await to.send('POST', '/claims/redeem', { status: 404, code: 'bad_claim' }, { ticket });
  });
  await list.tick('a ticket moves the records to who redeems it', async () => {
    const { body } = await from.send('POST', '/claims', { status: 201 }, { proof: 'identity' });
    must(typeof body.ticket === 'string', 'there is no ticket');
    await redeem(to, body.ticket);
    const moved = await to.send('GET', contact, { status: 200 });
    must(moved.body.phone === '1', 'the record is another');
    await from.send('GET', contact, { status: 404 });
  });
}

async function redeem(to: Guest, ticket: string): Promise<void> {
  for (;;) {
    const { body } = await to.send('POST', '/claims/redeem', { status: 200 }, { ticket });
    if (body.more !== true) return;
  }
}
