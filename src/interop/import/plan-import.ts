import type { Choices } from './choices.ts';
import { Entries } from './entries.ts';
import type { Item } from './found.ts';
import type { Plan, PlanContext, Standing } from './plan.ts';
import { Planner } from './planner.ts';
import { finished } from './work.ts';

/** What bringing in a file would do, once and all at once: see `Planner`. */
export function planImport(items: Iterable<Item>, standing: Standing, choices: Choices, context: PlanContext): Plan {
  const entries = new Entries();
  for (const item of items) entries.take(item);
  return finished(new Planner(entries).plan(standing, choices, context));
}
