import { useEffect, useRef } from 'preact/hooks';
import { useTouchbase } from '../../touchbase.ts';
import { onDemand } from '../../ui/on-demand.tsx';
import { say } from '../../words/say.ts';

const BulkBar = onDemand(async () => (await import('./bulk-bar.tsx')).BulkBar);

/** Where the bar for the selected contacts stands while there are some. It is loaded when it is needed first. */
export function BulkPlace() {
  const { selection } = useTouchbase();
  useCountSaid();
  return selection.count.value > 0 ? <BulkBar.Component /> : null;
}

function useCountSaid(): void {
  const { selection, toasts } = useTouchbase();
  const before = useRef(0);
  const count = selection.count.value;
  useEffect(() => {
    if (count !== before.current) toasts.say(say.select.count(count, selection.hidden.peek()));
    before.current = count;
  }, [count]);
}
