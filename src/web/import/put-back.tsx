import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Restored } from '../../interop/archive/restore.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-import.ts';
import type { ImportSession, Phase } from './import-session.ts';

interface PutBackProps {
  readonly session: ImportSession;
  readonly phase: Extract<Phase, { is: 'export' }>;
}

/** Puts the records of an export back: those that are here already stay as they are. */
export function PutBack({ session, phase: { name, records } }: PutBackProps) {
  const { home, reader } = useTouchbase();
  const title = useRef<HTMLHeadingElement>(null);
  const restored = useSignal<Restored | null>(null);
  const progress = useSignal<number | null>(null);
  useEffect(() => title.current?.focus(), []);
  const trouble = useSignal<string | null>(null);
  const putBack = async () => {
    if (progress.value !== null) return;
    progress.value = 0;
    trouble.value = null;
    try {
      const { restoreHere } = await import('./restore-here.ts');
      restored.value = await restoreHere(records, home.request, (done, all) => {
        progress.value = done / Math.max(1, all);
      });
    } catch (error) {
      trouble.value = say.export.failed(error instanceof Error ? error.message : String(error));
    }
    progress.value = null;
    if (restored.value) title.current?.focus();
    void reader.read();
  };
  const counts = Object.fromEntries([...records].map(([type, all]) => [type, all.length]));
  return (
    <section class="put-back" aria-labelledby="put-back">
      <h2 ref={title} id="put-back" tabIndex={-1} dir="auto">
        {say.export.title(name)}
      </h2>
      <p>{say.export.text(say.done.counts(counts))}</p>
      {progress.value !== null && <progress aria-labelledby="put-back" value={progress.value} />}
      {trouble.value && <p role="alert">{trouble.value}</p>}
      {restored.value && <RestoredWords restored={restored.value} />}
      <div class="acts">
        {restored.value === null && (
          <button type="button" class="primary" aria-disabled={progress.value !== null} onClick={() => void putBack()}>
            {say.export.restore}
          </button>
        )}
        <button type="button" class="plain" onClick={() => session.begin()}>
          {restored.value ? say.done.more : say.cancel}
        </button>
      </div>
    </section>
  );
}

function RestoredWords({ restored }: { readonly restored: Restored }) {
  const { reinstated, unchanged, standing, refused } = restored;
  return (
    <div role="status">
      <ul>
        {(reinstated > 0 || unchanged + standing.length + refused.length === 0) && (
          <li>{say.export.restored(reinstated)}</li>
        )}
        {unchanged > 0 && <li>{say.export.unchanged(unchanged)}</li>}
        {standing.length > 0 && <li>{say.export.standing(standing.length)}</li>}
        {refused.length > 0 && (
          <li>
            {say.export.refused(refused.length)}
            <ul>
              {refused.slice(0, 20).map(({ type, title, why }) => (
                <li key={`${type} ${title}`} dir="auto">
                  {title}: {why}
                </li>
              ))}
            </ul>
          </li>
        )}
      </ul>
    </div>
  );
}
