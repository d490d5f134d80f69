import type { AnyRecord } from '../../domain/noun.ts';
import { type NamedStage, stageOf } from '../../domain/stage-names.ts';
import { toText } from '../ui/field-text.ts';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say-pipeline.ts';
import type { Mover } from './mover.ts';

interface MoveMenuProps {
  /** Of the button. */
  readonly class: string;
  /** What the button says; that it moves the application, where it is absent. */
  readonly label?: string;
  readonly tabIndex: number;
  readonly record: AnyRecord;
  readonly stages: readonly NamedStage[];
  readonly mover: Mover;
}

/** The stages that an application can be moved to, also on a day before today. */
export function MoveMenu({ class: className, label, tabIndex, record, stages, mover }: MoveMenuProps) {
  const title = say.pipeline.moveIt(toText(record.position));
  return (
    <Menu class={className} label={label ?? title} title={title} tabIndex={tabIndex}>
      <Stages record={record} stages={stages} mover={mover} />
    </Menu>
  );
}

function Stages({ record, stages, mover }: Pick<MoveMenuProps, 'record' | 'stages' | 'mover'>) {
  const now = stageOf(record);
  return (
    <>
      {stages
        .filter(({ stage, isHidden }) => !isHidden || stage === now)
        .map(({ stage, name }) => (
          <button
            key={stage}
            type="button"
            class="item"
            aria-pressed={stage === now}
            onClick={() => mover.move(record, stage)}
          >
            <span class="text" dir="auto">
              {stage === 'closed' ? say.pipeline.asks(name) : name}
            </span>
          </button>
        ))}
      <button type="button" class="item apart" onClick={() => mover.askDay(record)}>
        <span class="text">{say.pipeline.otherDay}</span>
      </button>
    </>
  );
}
