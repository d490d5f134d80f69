import { useTouchbase } from '../../touchbase.ts';
import { say } from '../../words/say.ts';
import type { FormState } from './form-state.ts';

interface FromBeforeProps {
  readonly draft: string;
  readonly state: FormState;
}

/** Says which fields hold a draft of an earlier time, and why it was not saved. */
export function FromBefore({ draft, state }: FromBeforeProps) {
  const { noun } = useTouchbase().contacts;
  const labels = state.fromBefore.value.flatMap((name) => {
    const field = noun.fields[name];
    return field ? say.schema.label(name, field) : [];
  });
  if (labels.length === 0) return null;
  return (
    <p class="kept">
      {state.refusal === null ? say.panel.kept(labels) : say.panel.refused(state.refusal)}
      <Discard draft={draft} />
    </p>
  );
}

export function Discard({ draft }: { draft: string }) {
  const { unsaved } = useTouchbase();
  return (
    <button type="button" class="link" onClick={() => unsaved.discard(draft)}>
      {say.panel.discard}
    </button>
  );
}
