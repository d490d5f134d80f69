import { useTouchbase } from '../touchbase.ts';
import { exactWords, whenWords } from './when-words.ts';

/** How long ago it was; the exact instant on hover and to screen readers. */
export function When({ at }: { readonly at: string }) {
  const { today } = useTouchbase();
  return (
    <span class="when" title={exactWords(at)}>
      {whenWords(at, Date.now(), today.value)}
      <span class="visually-hidden">, {exactWords(at)}</span>
    </span>
  );
}
