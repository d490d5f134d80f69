import { Refused } from './format.ts';
import type { Item } from './found.ts';

/** So much is brought in at once: what was found and its plan are in memory together, 1 GB of it. */
const MOST_FOUND = 100_000;

/**
 * What a reader gives, as long as a plan of it fits in memory.
 *
 * @param name of the file
 * @throws Refused where there is more
 */
export async function* bounded(items: AsyncIterable<Item>, name: string): AsyncGenerator<Item> {
  let found = 0;
  for await (const item of items) {
    if ('found' in item || 'bad' in item) found += 1;
    if (found > MOST_FOUND) {
      throw new Refused(
        `${name} holds more than 100,000 things to bring in. Export a part of it, such as a shorter time or some of the folders, and bring one part after the other.`,
      );
    }
    yield item;
  }
}
