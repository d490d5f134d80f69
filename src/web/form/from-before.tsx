import { say } from '../words/say-later.ts';
import type { Desk } from './desk.ts';
import type { FormState } from './form-state.ts';

interface FromBeforeProps {
  readonly desk: Desk;
  readonly draft: string;
  readonly state: FormState;
}

/** Says which fields hold a draft of an earlier time, and why it was not saved. */
export function FromBefore({ desk, draft, state }: FromBeforeProps) {
  const labels = state.fromBefore.value.flatMap((name) => {
    const field = desk.noun.fields[name];
    return field ? say.schema.label(name, field) : [];
  });
  if (labels.length === 0) return null;
  return (
    <p class="kept">
      {state.refusal === null ? say.panel.kept(labels) : say.panel.refused(state.refusal)}
      <Discard desk={desk} draft={draft} />
    </p>
  );
}

export function Discard({ desk, draft }: { readonly desk: Desk; readonly draft: string }) {
  return (
    <button type="button" class="link" onClick={() => desk.unsaved.discard(draft)}>
      {say.panel.discard}
    </button>
  );
}
