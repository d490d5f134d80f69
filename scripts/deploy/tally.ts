import { digestOf, type Item, kindOf, workspaceOf } from './item.ts';

/** What a lot of items come to; two lots with the same tally hold the same items. */
export interface Tally {
  readonly items: number;
  readonly kinds: ReadonlyMap<string, number>;
  /** How many items each workspace has. */
  readonly workspaces: ReadonlyMap<string, number>;
  /** The sum of the items' digests, so that their order does not matter. */
  readonly digest: string;
}

export type Tallier = ReturnType<typeof tallier>;

export function tallier() {
  const kinds = new Map<string, number>();
  const workspaces = new Map<string, number>();
  let items = 0;
  let digest = 0n;
  return { add, tally };

  function add(item: Item): void {
    const workspace = workspaceOf(item);
    items++;
    count(kinds, kindOf(item));
    if (workspace !== undefined) count(workspaces, workspace);
    digest = BigInt.asUintN(256, digest + digestOf(item));
  }

  function tally(): Tally {
    return { items, kinds, workspaces, digest: digest.toString(16).padStart(64, '0') };
  }
}

export async function tallyOf(items: AsyncIterable<Item>): Promise<Tally> {
  const { add, tally } = tallier();
  for await (const item of items) add(item);
  return tally();
}

/** In which ways they differ, in words; none where they hold the same. */
export function differences(one: Tally, other: Tally): string[] {
  const kinds = new Set([...one.kinds.keys(), ...other.kinds.keys()]);
  const workspaces = new Set([...one.workspaces.keys(), ...other.workspaces.keys()]);
  const uneven = [...workspaces].filter((name) => one.workspaces.get(name) !== other.workspaces.get(name)).length;
  const lines = [
    ...(one.items === other.items ? [] : [`${one.items} items against ${other.items}`]),
    ...[...kinds]
      .filter((kind) => one.kinds.get(kind) !== other.kinds.get(kind))
      .map((kind) => `${kind}: ${one.kinds.get(kind) ?? 0} against ${other.kinds.get(kind) ?? 0}`),
    ...(uneven > 0 ? [`${uneven} workspaces hold another number of items`] : []),
  ];
  return lines.length === 0 && one.digest !== other.digest ? ['as many items, but not the same ones'] : lines;
}

export function inWords({ items, kinds, workspaces }: Tally): string {
  const each = [...kinds].sort().map(([kind, number]) => `${kind} ${number}`);
  const detail = each.length > 0 ? `: ${each.join(', ')}` : '';
  return `${items} items of ${workspaces.size} workspaces${detail}`;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
