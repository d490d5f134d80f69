import { NOUNS } from '../../domain/nouns.ts';
import type { Choices } from '../../interop/import/choices.ts';
import type { FoundType } from '../../interop/import/found.ts';
import type { Plan, PlanContext, Standing } from '../../interop/import/plan.ts';
import type { Planner } from '../../interop/import/planner.ts';
import type { Replica } from '../sync/replica.ts';
import { doneInSlices, type Watch } from './slices.ts';

/** About so many steps each thing takes that was found, to tell how far planning has come. */
const STEPS = 10;

/** Plans an import against the records of this browser, which draws meanwhile. */
export class PlannerHere {
  readonly #planner: Planner;
  readonly #replica: Pick<Replica, 'collection'>;
  #last: { readonly standing: Standing; readonly revisions: string } | null = null;

  constructor(planner: Planner, replica: Pick<Replica, 'collection'>) {
    this.#planner = planner;
    this.#replica = replica;
  }

  /** How many things were found. */
  get size(): number {
    return this.#planner.size;
  }

  /** @returns null where it was cancelled */
  plan(choices: Choices, context: PlanContext, { isCancelled, tell }: Watch): Promise<Plan | null> {
    const work = this.#planner.plan(this.#standing(), choices, context);
    const expected = Math.max(1, this.size * STEPS);
    return doneInSlices(work, { isCancelled, tell: (steps) => tell(Math.min(1, steps / expected)) });
  }

  /** The same as long as no record changes: then what is known of it need not be looked for again. */
  #standing(): Standing {
    const revisions = NOUNS.map(({ type }) => this.#replica.collection(type).revision.peek()).join();
    if (this.#last?.revisions !== revisions) {
      const all = (type: FoundType) => ({ [Symbol.iterator]: () => this.#replica.collection(type).all() });
      const [contacts, applications] = [all('contacts'), all('applications')];
      const standing = { contacts, applications, interactions: all('interactions'), tasks: all('tasks') };
      this.#last = { standing, revisions };
    }
    return this.#last.standing;
  }
}
