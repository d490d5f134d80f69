import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import type { Source } from '../../interop/import/source.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-import.ts';
import type { ImportSession } from './import-session.ts';

export interface Bringing {
  readonly bring: (sources: readonly Source[]) => void;
  /** Why nothing is read yet; empty where nothing is in the way. */
  readonly said: Signal<string>;
}

/** So long what other devices changed last is waited for: a network that is slow, or gone, keeps nobody from importing. */
const PATIENCE_MS = 2000;

/** Reads files once all records are here: what is not here cannot be compared with, and would come in twice. */
export function useBring(session: ImportSession): Bringing {
  const { reader } = useTouchbase();
  const said = useSignal('');
  useEffect(() => {
    // What other devices changed since is compared with, too.
    void reader.read();
  }, [reader]);
  const bring = useCallback(
    async (sources: readonly Source[]) => {
      if (!session.isFree || sources.length === 0) return;
      said.value = reader.isReady.peek() ? '' : say.bringIn.waiting;
      const reading = reader.read();
      await (reader.isReady.peek() ? Promise.race([reading, pause(PATIENCE_MS)]) : reading);
      said.value = reader.isReady.peek() ? '' : say.bringIn.notHere;
      if (reader.isReady.peek() && session.isFree) void session.read(sources);
    },
    [session, reader, said],
  );
  return { bring, said };
}

function pause(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms));
}
