import type * as v from 'valibot';
import { partition } from './dynamodb-item.ts';
import type { Items } from './dynamodb-items.ts';
import { StoreBusy } from './store.ts';

/** What is written as a whole, each time on the condition that nobody else wrote it meanwhile. */
export interface Revised {
  /** One more with each write; 0 where there is none yet. */
  readonly revision: number;
}

interface Options<Item> {
  readonly items: Items;
  /** Its sort key in each workspace. */
  readonly sk: string;
  readonly schema: v.GenericSchema<unknown, Item>;
  /** What a workspace has that nobody wrote it for. */
  readonly blank: Item;
  /** What is said where others come first again and again. */
  readonly busy: string;
}

const ATTEMPTS = 5;

/** The one item of its kind that each workspace has. */
export function openRevised<Item extends Revised & Readonly<Record<string, unknown>>>({
  items,
  sk,
  schema,
  blank,
  busy,
}: Options<Item>) {
  return { read, change, remove, forget };

  async function read(workspace: string): Promise<Item> {
    return (await items.get(keyOf(workspace), schema)) ?? blank;
  }

  /** Keeps what `next` makes of it, unless that is the same object; where another came first, it is asked again. */
  async function change(workspace: string, next: (standing: Item) => Item): Promise<Item> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const standing = await read(workspace);
      const changed = next(standing);
      if (changed === standing) return standing;
      const item = { ...changed, revision: standing.revision + 1 };
      if (await items.put({ ...keyOf(workspace), ...item }, at(standing))) return item;
    }
    throw new StoreBusy(busy);
  }

  /** False where it was changed meanwhile. */
  function remove(workspace: string, standing: Item): Promise<boolean> {
    return items.remove(keyOf(workspace), at(standing));
  }

  /** Removes it as it is, if there is one. */
  async function forget(workspace: string): Promise<void> {
    await items.remove(keyOf(workspace));
  }

  function keyOf(workspace: string) {
    return { pk: partition(workspace), sk };
  }
}

function at({ revision }: Revised) {
  if (revision === 0) return { text: 'attribute_not_exists(#pk)' };
  return { text: '#revision = :revision', values: { ':revision': revision } };
}
