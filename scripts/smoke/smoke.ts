import { checkCalendar } from './check-calendar.ts';
import { checkClaim } from './check-claim.ts';
import { checkRecords } from './check-records.ts';
import { checkRefusals } from './check-refusals.ts';
import { checkSite } from './check-site.ts';
import { checkStrangers } from './check-strangers.ts';
import { type Deployment, deploymentAt } from './deployment.ts';
import { type Guest, guestOf, guestsAreRefused } from './guest.ts';
import { type TickList, tickList } from './tick-list.ts';

const UNPROVED = 'not proved, since guests are off: records, tenancy and claims; sign in and try them by hand';

/**
 * Proves a live deployment from the outside, from the address of its site alone. It leaves nothing behind.
 *
 * @param patienceMs how long a new deployment gets to answer for the first time
 * @returns whether all of it is as it should be
 */
export async function smoke(url: string, say: (line: string) => void, patienceMs = 60_000): Promise<boolean> {
  const list = tickList(say);
  const deployment = await list.tick('the site says where its API is', () => deploymentAt(url, patienceMs));
  if (!deployment) return false;
  await checkSite(list, deployment);
  await checkRefusals(list, deployment);
  if (deployment.config.guests) await asGuests(list, deployment);
  else {
    await list.tick('no guest gets in', () => guestsAreRefused(deployment));
    say(`? ${UNPROVED}`);
  }
  return list.isComplete();
}

async function asGuests(list: TickList, deployment: Deployment): Promise<void> {
  const people: Guest[] = [];
  try {
    await list.tick('two guests get credentials', async () => {
      for (let n = 0; n < 2; n++) people.push(await guestOf(deployment));
    });
    const [ada, bo] = people;
    if (!ada || !bo) return;
    const contact = await checkRecords(list, deployment, ada);
    if (!contact) return;
    await checkStrangers(list, deployment, { owner: ada, stranger: bo, contact });
    await checkCalendar(list, deployment, ada);
    await checkClaim(list, { from: ada, to: bo, contact });
  } finally {
    for (const guest of people) await list.tick('a guest deletes account and data', () => leave(guest));
  }
}

async function leave(guest: Guest): Promise<void> {
  for (;;) {
    const { body } = await guest.send('DELETE', '/account', { status: 200 });
    if (body.more !== true) return;
  }
}
