import type { Field } from '../../../domain/field.ts';
import { say } from '../../words/say.ts';
import { wordsOf } from '../words-of.ts';

interface MeanwhileProps {
  readonly name: string;
  readonly field: Field;
  /** What stands in the field now. */
  readonly text: string;
  readonly onTake: () => void;
}

/** What someone else made of a field while a draft of it waited: saving would undo that, so the person decides. */
export function Meanwhile({ name, field, text, onTake }: MeanwhileProps) {
  return (
    <p class="meanwhile" role="status">
      <span class="text" dir="auto">
        {say.panel.meanwhile(wordsOf(name, field, text))}
      </span>
      <button type="button" class="link" onClick={onTake}>
        {say.panel.take}
      </button>
    </p>
  );
}
