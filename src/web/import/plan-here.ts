import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import type { Choices } from '../../interop/import/choices.ts';
import type { Item } from '../../interop/import/found.ts';
import type { Plan, PlanContext } from '../../interop/import/plan.ts';
import { planImport } from '../../interop/import/plan-import.ts';
import type { Replica } from '../sync/replica.ts';

/** What an import would do to the records of this browser. */
export function planHere(
  items: readonly Item[],
  replica: Pick<Replica, 'collection'>,
  choices: Choices,
  context: PlanContext,
): Plan {
  const all = ({ type }: { readonly type: string }) => replica.collection(type).all();
  const standing = {
    contacts: all(contact),
    applications: all(application),
    interactions: all(interaction),
    tasks: all(task),
  };
  return planImport(items, standing, choices, context);
}
