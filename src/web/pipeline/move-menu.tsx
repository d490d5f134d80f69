import { useComputed, useSignal } from '@preact/signals';
import type { AnyRecord } from '../../domain/noun.ts';
import { type NamedStage, stageOf } from '../../domain/stage-names.ts';
import { toText } from '../../domain/typed-text.ts';
import { Icon } from '../ui/icon.tsx';
import { MenuBox } from '../ui/menu.tsx';
import { say } from '../words/say-pipeline.ts';
import type { Mover } from './mover.ts';
import type { Pipeline } from './pipeline.ts';

const MENU = 'move-menu';

interface MoveButtonProps {
  readonly record: AnyRecord;
  readonly mover: Mover;
  readonly tabIndex: number;
  /** What it says; what it does, to those who cannot see it, where it is absent. */
  readonly label?: string;
  readonly class?: string;
}

/** Opens the menu of stages for an application. Not a component: there are hundreds on the screen, and one menu. */
export function moveButton({ record, mover, tabIndex, label, class: look = '' }: MoveButtonProps) {
  const title = say.pipeline.moveIt(toText(record.position));
  return (
    <button
      type="button"
      class={`${look} move`}
      tabIndex={tabIndex}
      popovertarget={MENU}
      aria-label={label === undefined ? title : undefined}
      title={title}
      onClick={(event) => mover.choose(record, event.currentTarget)}
    >
      {label !== undefined && (
        <span class="text" dir="auto">
          {label}
        </span>
      )}
      {Icon({ name: 'down' })}
    </button>
  );
}

/** The stages that an application can be moved to, also on a day before today. */
export function MoveMenu({ pipeline, mover }: { readonly pipeline: Pipeline; readonly mover: Mover }) {
  const isOpen = useSignal(false);
  const record = mover.chosen.value;
  const title = useComputed(() => toText(mover.chosen.value?.position));
  return (
    <MenuBox id={MENU} title={say.pipeline.moveIt(title.value)} isOpen={isOpen} button={mover.button}>
      {record && <Stages record={record} stages={pipeline.stages.value} mover={mover} />}
    </MenuBox>
  );
}

interface StagesProps {
  readonly record: AnyRecord;
  readonly stages: readonly NamedStage[];
  readonly mover: Mover;
}

function Stages({ record, stages, mover }: StagesProps) {
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
