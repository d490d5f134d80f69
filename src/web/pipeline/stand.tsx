import type { AnyRecord } from '../../domain/noun.ts';
import { stageOf } from '../../domain/stage-names.ts';
import { useTouchbase } from '../touchbase.ts';
import { outcomeWords, standingWords } from './facts.tsx';
import { MoveMenu, moveButton } from './move-menu.tsx';
import type { Mover } from './mover.ts';
import type { Pipeline } from './pipeline.ts';

interface StandProps {
  readonly record: AnyRecord;
  readonly pipeline: Pipeline;
  readonly mover: Mover;
}

/** The stage of an application, which can be moved, how it ended, and how long it has been there. */
export function Stand({ record, pipeline, mover }: StandProps) {
  const { today } = useTouchbase();
  const name = pipeline.nameOf(stageOf(record));
  return (
    <div class="job-stand">
      {moveButton({ record, mover, tabIndex: 0, label: name, class: 'plain' })}
      <MoveMenu pipeline={pipeline} mover={mover} />
      {outcomeWords(record)}
      {standingWords(record, today.value)}
    </div>
  );
}
