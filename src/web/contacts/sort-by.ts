import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';

/** Sorts the list by a field: ascending first, the other way when asked again. */
export function sortBy({ contacts, router, toasts }: Touchbase, name: string): void {
  const field = contacts.noun.fields[name];
  if (!field) return;
  const sort = contacts.sort.peek();
  const descending = sort !== 'best' && sort.field === name && !sort.descending;
  router.ask({ sort: { field: name, descending } });
  toasts.say(say.contacts.sortedBy(say.schema.label(name, field), descending));
}
