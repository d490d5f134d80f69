import type { Desk } from '../form/desk.ts';
import { Discard } from '../form/from-before.tsx';
import { say } from '../words/say-application.ts';

interface WaitingProps {
  readonly desk: Desk;
  readonly id: string;
  readonly onGoOn: () => void;
}

/** That something was typed here and not saved, and what can be done with it. */
export function Waiting({ desk, id, onGoOn }: WaitingProps) {
  return (
    <p class="kept">
      <span>{say.application.waiting}</span>
      <span>
        <button type="button" class="link" onClick={onGoOn}>
          {say.application.goOn}
        </button>
        <Discard desk={desk} draft={id} />
      </span>
    </p>
  );
}
