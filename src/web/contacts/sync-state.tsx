import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say.ts';

/** Whether all that was typed is safe, in a quiet corner; loud only where it is not. */
export function SyncState() {
  const { outbox, reader, replica } = useTouchbase();
  const state = outbox.state.value;
  const isCutOff = state === 'saved' && reader.isReady.value && reader.trouble.value !== null;
  if (state === 'waiting') return <Trouble text={say.sync.waiting(replica.pending.value.length)} />;
  if (isCutOff) return <Trouble text={say.sync.unreachable} />;
  return (
    <p class="sync">
      <Icon name={state === 'saved' ? 'check' : 'saving'} />
      {state === 'saved' ? say.sync.saved : say.sync.saving}
    </p>
  );
}

function Trouble({ text }: { text: string }) {
  const { outbox, reader } = useTouchbase();
  const retry = () => {
    outbox.wake();
    void reader.read();
  };
  return (
    <p class="sync bad" role="status">
      <Icon name="waiting" />
      <span>{text}</span>
      <button type="button" class="link" onClick={retry}>
        {say.sync.retry}
      </button>
    </p>
  );
}
