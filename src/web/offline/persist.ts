import { effect, type ReadonlySignal } from '@preact/signals';

/**
 * Asks the browser once, as soon as there is something to lose, to clear what is kept here only when the person says so.
 * It may refuse: then all goes on, and the server has what was sent.
 *
 * @param storage undefined where the browser has none to speak of, as over plain HTTP
 */
export function askToPersist(
  hasSomethingToLose: ReadonlySignal<boolean>,
  storage: Pick<StorageManager, 'persist' | 'persisted'> | undefined = navigator.storage,
): void {
  if (!storage) return;
  let isAsked = false;
  effect(() => {
    if (isAsked || !hasSomethingToLose.value) return;
    isAsked = true;
    ask(storage).catch(() => undefined);
  });
}

async function ask(storage: Pick<StorageManager, 'persist' | 'persisted'>): Promise<void> {
  if (!(await storage.persisted())) await storage.persist();
}
