import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say.ts';

/** What it depends on. */
type Syncing = Pick<Touchbase, 'contacts' | 'home' | 'outbox' | 'reader' | 'replica'>;

/** How it stands with what was typed, worst first. */
export type SyncState = 'shut' | 'attention' | 'waiting' | 'cut off' | 'saving' | 'saved' | 'loading';

/** Where there is no list yet, that says itself why it is not there. */
export function syncState({ contacts, home, outbox, reader, replica }: Syncing): SyncState {
  if (home.account?.isShut.value) return 'shut';
  if (replica.refused.value.length + replica.conflicts.value.length > 0) return 'attention';
  if (outbox.state.value === 'waiting') return 'waiting';
  if (outbox.state.value === 'saving') return 'saving';
  const hasList = reader.isReady.value || contacts.collection.size.value > 0;
  if (reader.trouble.value !== null && hasList) return 'cut off';
  return reader.isReady.value ? 'saved' : 'loading';
}

/** The same in words; empty where there is nothing to say. */
export function syncWords(state: SyncState, { outbox, replica }: Pick<Syncing, 'outbox' | 'replica'>): string {
  const count = replica.pending.value.length;
  const isKept = replica.keeper.unkept.value === null;
  switch (state) {
    case 'shut':
      return say.sync.shut(count, isKept);
    case 'attention':
      return say.sync.attention(replica.refused.value.length + replica.conflicts.value.length);
    case 'waiting':
      return outbox.isTurnedAway.value
        ? say.sync.turnedAway(count, outbox.trouble.value ?? '', isKept)
        : say.sync.waiting(count, isKept);
    case 'cut off':
      return say.sync.unreachable;
    case 'saving':
      return isKept ? say.sync.saving : say.sync.savingUnkept;
    case 'saved':
      return say.sync.saved;
    case 'loading':
      return '';
  }
}
