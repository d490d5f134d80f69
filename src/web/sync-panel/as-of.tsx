import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { momentWords } from '../words/moment.ts';
import { say } from '../words/say-later.ts';

/** How often it is told anew, while nothing is read. */
const EVERY_MS = 10_000;

/** How old what stands here may be; nothing where not all was read yet. */
export function AsOf() {
  const { replica } = useTouchbase();
  const now = useSignal(Date.now());
  useEffect(() => {
    const ticking = setInterval(() => {
      now.value = Date.now();
    }, EVERY_MS);
    return () => clearInterval(ticking);
  }, []);
  const readAt = replica.cursor.value?.readAt;
  if (!readAt) return null;
  const words = momentWords(readAt);
  return (
    <p>
      <time dateTime={readAt} title={words}>
        {say.syncPanel.upToDate(now.value - Date.parse(readAt))}
        <span class="visually-hidden"> ({words})</span>
      </time>
    </p>
  );
}
