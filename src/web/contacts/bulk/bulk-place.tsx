import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTouchbase } from '../../touchbase.ts';
import { say } from '../../words/say.ts';

const bar = signal<ComponentType | null>(null);

/** Where the bar for the selected contacts stands while there are some. It is loaded when it is needed first. */
export function BulkPlace() {
  const { selection, toasts } = useTouchbase();
  const isNeeded = selection.count.value > 0;
  useEffect(() => {
    if (!isNeeded || bar.peek() !== null) return;
    import('./bulk-bar.tsx').then(
      ({ BulkBar }) => {
        bar.value = BulkBar;
      },
      () => toasts.show({ text: say.app.notReached }),
    );
  }, [isNeeded]);
  useCountSaid();
  const { value: Bar } = bar;
  return isNeeded && Bar ? <Bar /> : null;
}

function useCountSaid(): void {
  const { selection, toasts } = useTouchbase();
  const before = useRef(0);
  const count = selection.count.value;
  useEffect(() => {
    if (count !== before.current) toasts.say(say.bulk.count(count, selection.hidden.peek()));
    before.current = count;
  }, [count]);
}
