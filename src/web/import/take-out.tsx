import { useSignal } from '@preact/signals';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-import.ts';

/** Everything, as one file. */
export function TakeOut() {
  const { replica, reader } = useTouchbase();
  const said = useSignal('');
  const save = async () => {
    const { exportHere } = await import('./export-here.ts');
    const { file, counts } = await exportHere(replica, new Date().toISOString());
    said.value = say.takeOut.saved(file, say.done.counts(counts));
  };
  return (
    <section aria-labelledby="take-out">
      <h2 id="take-out">{say.takeOut.title}</h2>
      <p>{say.takeOut.text}</p>
      <div class="acts">
        <button
          type="button"
          class="plain"
          onClick={() => {
            if (reader.isReady.value) void save();
            else said.value = say.takeOut.waiting;
          }}
        >
          {say.takeOut.all}
        </button>
        <span role="status">{said.value}</span>
      </div>
    </section>
  );
}
