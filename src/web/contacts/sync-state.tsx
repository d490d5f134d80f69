import { useRef } from 'preact/hooks';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say.ts';

/** Whether all that was typed is safe, in a quiet corner; loud only where it is not. */
export function SyncState() {
  const touchbase = useTouchbase();
  const { outbox, reader } = touchbase;
  const state = outbox.state.value;
  const trouble = troubleOf(touchbase);
  const isAllThere = state !== 'saved' || reader.isReady.value;
  return (
    <div class={trouble ? 'sync bad' : 'sync'}>
      {trouble && <Icon name="waiting" />}
      <span role="status">{trouble}</span>
      {trouble && (isShut(touchbase) ? <SignInAgain /> : <Retry />)}
      {!trouble && isAllThere && (
        <>
          <Icon name={state === 'saved' ? 'check' : 'saving'} />
          {state === 'saved' ? say.sync.saved : say.sync.saving}
        </>
      )}
    </div>
  );
}

/** Null where all goes well, and where there is no list yet: that says itself why it is not there. */
function troubleOf(touchbase: Touchbase): string | null {
  const { contacts, outbox, reader, replica } = touchbase;
  const count = replica.pending.value.length;
  if (isShut(touchbase)) return say.sync.shut(count);
  if (outbox.state.value === 'waiting')
    return outbox.isTurnedAway.value ? say.sync.turnedAway(count, outbox.trouble.value ?? '') : say.sync.waiting(count);
  const isCutOff = outbox.state.value === 'saved' && reader.trouble.value !== null;
  return isCutOff && (reader.isReady.value || contacts.collection.size.value > 0) ? say.sync.unreachable : null;
}

function isShut({ home }: Touchbase): boolean {
  return home.account?.isShut.value ?? false;
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
