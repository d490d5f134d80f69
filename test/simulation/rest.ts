import type { World } from './world.ts';

/** More rounds than any world needs to come to rest: one that does not has changes going round in circles. */
const MOST_ROUNDS = 200;

/**
 * Lets a world come to rest: everybody is on line, nothing is lost any more, all is sent and read.
 *
 * @throws Error where it does not
 */
export async function comeToRest(world: World): Promise<void> {
  world.busyWrites = 0;
  world.isCursorOld = false;
  for (const device of world.devices) {
    device.isOnline = true;
    device.isDeaf = false;
    device.hear();
  }
  for (let round = 0, calm = 0; calm < 3; round++) {
    if (round === MOST_ROUNDS) throw new Error('The world does not come to rest.');
    await everybodySyncs(world);
    calm = isAllSent(world) ? calm + 1 : 0;
  }
}

async function everybodySyncs(world: World): Promise<void> {
  await world.settle();
  for (const tab of world.devices.flatMap(({ tabs }) => tabs)) {
    tab.wake();
    void tab.outbox.send();
    void tab.reader.read();
  }
  await world.settle();
  while (!world.network.isQuiet) {
    await world.network.decide(0, 'arrives');
    await world.settle();
  }
}

function isAllSent({ devices }: World): boolean {
  return devices.every(({ outbox }) => outbox.every(({ refused }) => refused));
}
