import fc from 'fast-check';
import { type Act, anyAct } from './acts.ts';
import { comeToRest } from './rest.ts';
import { faultsOf } from './verdict.ts';
import { type OpenStore, World } from './world.ts';

export interface Simulation {
  /** Opens the store of one run. */
  readonly open: OpenStore;
  readonly runs: number;
  /** To make the same runs again; with `path` only the one that failed. */
  readonly seed?: number | undefined;
  readonly path?: string | undefined;
}

let worlds = 0;

/**
 * Lets several people, tabs and browsers change the same records over a network that loses, doubles and reorders, with
 * crashes between any two steps, against the real routes.
 *
 * @throws Error that names the faults, and the seed and path that replay the run, made as small as it goes
 */
export async function simulate({ open, runs, seed, path }: Simulation): Promise<void> {
  const acts = fc.array(anyAct(), { minLength: 10, maxLength: 60, size: 'max' });
  const property = fc.asyncProperty(acts, (chosen) => isFaultless(open, chosen));
  await fc.assert(property, { numRuns: runs, ...(seed !== undefined && { seed }), ...(path && { path }) });
}

async function isFaultless(open: OpenStore, acts: readonly Act[]): Promise<void> {
  const world = new World(open, `world-${++worlds}`);
  await world.settle();
  for (const { does } of acts) {
    await does(world);
    await world.settle();
  }
  await comeToRest(world);
  const faults = await faultsOf(world);
  await world.close();
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
