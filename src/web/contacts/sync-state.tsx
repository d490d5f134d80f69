import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { onIdle } from '../sync/idle.ts';
import { useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { Icon } from '../ui/icon.tsx';
import { DialogNotLoaded, onDemand } from '../ui/on-demand.tsx';
import { say } from '../words/say.ts';
import { type SyncState as State, syncState, syncWords } from './sync-words.ts';

const SyncPanel = onDemand(async () => (await import('../sync-panel/sync-panel.tsx')).SyncPanel, DialogNotLoaded);

const QUIET = new Set<State>(['saved', 'saving', 'loading']);

/** Whether all that was typed is safe, in a quiet corner; loud only where it is not. A press shows what waits. */
export function SyncState() {
  const touchbase = useTouchbase();
  const isOpen = useSignal(false);
  const state = syncState(touchbase);
  const text = syncWords(state, touchbase);
  const isLoud = !QUIET.has(state);
  // It is wanted most where nothing can be loaded any more.
  useEffect(() => onIdle(SyncPanel.prepare), []);
  return (
    <div class={isLoud ? 'sync bad' : 'sync'} role="status" aria-live={isLoud ? 'polite' : 'off'}>
      {text && (
        <button
          type="button"
          class="state"
          title={say.sync.title}
          aria-haspopup="dialog"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          <Icon name={isLoud ? 'waiting' : state === 'saved' ? 'check' : 'saving'} />
          <span class="text">{text}</span>
        </button>
      )}
      {state === 'shut' && <SignInAgain />}
      {(state === 'waiting' || state === 'cut off') && <Retry />}
      {isOpen.value && (
        <SyncPanel.Component
          onClose={() => {
            isOpen.value = false;
          }}
        />
      )}
    </div>
  );
}

function SignInAgain() {
  const { home } = useTouchbase();
  return (
    <button type="button" class="link" onClick={() => home.account?.signInAgain()}>
      {say.sync.signIn}
    </button>
  );
}

function Retry() {
  const { grid, outbox, reader } = useTouchbase();
  const button = useRef<HTMLButtonElement>(null);
  useFocusHandOver(button, () => grid.focus());
  const retry = () => {
    outbox.retry();
    void reader.read();
  };
  return (
    <button ref={button} type="button" class="link" onClick={retry}>
      {say.sync.retry}
    </button>
  );
}
