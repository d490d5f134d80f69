import { useMemo } from 'preact/hooks';
import type { Desk } from '../form/desk.ts';
import { Drafts } from '../form/drafts.ts';
import { Unsaved } from '../form/unsaved.ts';
import { browserStorage } from '../storage.ts';
import { useTouchbase } from '../touchbase.ts';

/**
 * A desk whose drafts are kept under the id of an application, apart from those of its other parts.
 *
 * @param part such as `posting`
 * @param of whose fields are filled in there
 */
export function usePartDesk(part: string, of: 'applications' | 'contacts' = 'applications'): Desk {
  const { desks, replica, router, toasts } = useTouchbase();
  return useMemo(() => {
    const { noun, collection } = desks[of];
    const drafts = new Drafts(browserStorage, `${part}.applications`);
    const open = (id: Parameters<typeof router.open>[0]) => router.goTo('applications', id);
    return { noun, collection, drafts, unsaved: new Unsaved({ noun, replica, drafts, toasts, open }) };
  }, [part, of]);
}
