import type { Application } from '../../src/domain/application.ts';
import type { Contact } from '../../src/domain/contact.ts';
import type { Interaction } from '../../src/domain/interaction.ts';

/** What a server tells of the search, as any program would read it. */
export interface Told {
  readonly applications: readonly Application[];
  readonly contacts: readonly Contact[];
  readonly interactions: readonly Interaction[];
}

/** All that there is of a search that fits on one page of the API. */
export async function storyOf(url: string): Promise<Told> {
  const all = async (type: string) => (await fetch(`${url}/v1/${type}?limit=1000`)).json();
  const [applications, contacts, interactions] = await Promise.all(
    ['applications', 'contacts', 'interactions'].map(all),
  );
  return { applications, contacts, interactions };
}
