import { v7 } from 'uuid';
import type { Noun } from '../../domain/noun.ts';
import { browserStorage } from '../storage.ts';
import { openIndexedDb } from './indexeddb-store.ts';
import { LastWords } from './last-words.ts';
import type { LocalStore } from './local-store.ts';
import { MemoryStore } from './memory-store.ts';
import { Replica } from './replica.ts';
import { Tabs } from './tabs.ts';

/** A browser that clears its storage closes what is opened in that moment, too: it is tried again after so long. */
const PAUSES_MS = [50, 200, 1000, 3000];

export interface Opened {
  readonly replica: Replica;
  readonly tabs: Tabs;
}

/**
 * Opens what this browser keeps of a workspace, with all its records in memory. Where the browser keeps nothing, the
 * replica begins empty and says so.
 *
 * @param name of the workspace, for this browser alone
 * @param onTold called after what another tab kept was taken in
 */
export async function openReplica(name: string, nouns: readonly Noun[], onTold: () => void): Promise<Opened> {
  const open = (): Promise<LocalStore> =>
    openIndexedDb(name, (isDeleted) => void (isDeleted ? replica.keeper.leave() : replica.keeper.restore()));
  const store = await open().catch(() => new MemoryStore());
  const tabs = new Tabs(name, () => void replica.keeper.catchUp().then(onTold));
  const replica = new Replica({
    ...{ nouns, store, reopen: () => openAgain(open), newId: () => v7() },
    now: () => new Date().toISOString(),
    onKept: () => tabs.tell(),
  });
  await replica.keeper.catchUp();
  listenToLastWords(replica, new LastWords(browserStorage, name));
  return { replica, tabs };
}

/** @throws what the last attempt threw */
async function openAgain(open: () => Promise<LocalStore>): Promise<LocalStore> {
  for (const ms of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    const store = await open().catch(() => null);
    if (store) return store;
  }
  return open();
}

/** A page that is closed in the moment of a change leaves it for the next one. */
function listenToLastWords(replica: Replica, words: LastWords): void {
  const page = v7();
  void words.handOver((changes) => replica.takeUp(changes));
  addEventListener('pagehide', () => {
    words.leave(
      page,
      replica.pending.peek().filter(({ place }) => place === undefined),
    );
  });
  addEventListener('pageshow', () => words.unsay(page));
}
