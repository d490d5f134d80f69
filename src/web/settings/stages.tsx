import { fold } from '../../domain/search.ts';
import { settings } from '../../domain/settings.ts';
import { type NamedStage, stagesFor } from '../../domain/stage-names.ts';
import { hiddenStage, movedStage, renamedStage, rowsOfStages } from '../../domain/stage-rows.ts';
import { STAGES, type Stage } from '../../domain/stages.ts';
import { editSettings } from '../deeds/settings.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-settings.ts';
import { keptSettings } from './kept-settings.ts';
import { SavedInput } from './saved-input.tsx';

const NAME = settings.fields.stages.entryFields?.name;

/** What the stages are called, in which order they come, and which are hidden. */
export function Stages() {
  const touchbase = useTouchbase();
  const stages = stagesFor(keptSettings(touchbase.replica));
  const keep = (label: string, changed: readonly NamedStage[]) =>
    void editSettings(touchbase, label, { stages: rowsOfStages(changed) });
  const move = ({ stage, name }: NamedStage, step: 1 | -1) => {
    const { activeElement } = document;
    const moved = movedStage(stages, stage, step);
    const place = moved.findIndex((one) => one.stage === stage) + 1;
    keep(say.stages.moved(name, place, moved.length), moved);
    // What moves in the page loses the focus.
    requestAnimationFrame(() => activeElement instanceof HTMLElement && activeElement.focus());
  };
  const isUsual = rowsOfStages(stages).length === 0;
  return (
    <section aria-labelledby="settings-stages">
      <h2 id="settings-stages">{say.stages.title}</h2>
      <p>{say.stages.text}</p>
      <ol class="stage-rows">
        {stages.map((one, index) => (
          <StageRow
            key={one.stage}
            stages={stages}
            place={index}
            onRename={(name) => {
              const to = name.trim() || STAGES[one.stage];
              keep(say.stages.renamed(one.name, to), renamedStage(stages, one.stage, name));
            }}
            onMove={(step) => move(one, step)}
            onHide={(isHidden) =>
              keep(
                isHidden ? say.stages.hidden(one.name) : say.stages.shownAgain(one.name),
                hiddenStage(stages, one.stage, isHidden),
              )
            }
          />
        ))}
      </ol>
      <button
        type="button"
        class="plain"
        aria-disabled={isUsual}
        onClick={() => isUsual || keep(say.stages.wasReset, stagesFor(undefined))}
      >
        {say.stages.reset}
      </button>
    </section>
  );
}

interface StageRowProps {
  readonly stages: readonly NamedStage[];
  readonly place: number;
  readonly onRename: (name: string) => void;
  readonly onMove: (step: 1 | -1) => void;
  readonly onHide: (isHidden: boolean) => void;
}

function StageRow({ stages, place, onRename, onMove, onHide }: StageRowProps) {
  const one = stages[place];
  if (!one || !NAME) return null;
  const { stage, name, isHidden } = one;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <li class={isHidden ? 'is-hidden' : undefined} onKeyDown={onKeyDown}>
      <SavedInput
        name={`stage-${stage}`}
        field={NAME}
        label={say.stages.name(STAGES[stage])}
        saved={name}
        check={(text) => takenBy(stages, stage, text)}
        onSave={(text) => onRename(String(text))}
        keys="Alt+ArrowUp Alt+ArrowDown"
      />
      <span class="usual">{name !== STAGES[stage] && say.stages.usual(STAGES[stage])}</span>
      {stage === 'closed' ? (
        <span class="always">{say.stages.always}</span>
      ) : (
        <label class="check">
          <input
            type="checkbox"
            aria-label={say.stages.show(name)}
            checked={!isHidden}
            onChange={(event) => onHide(!event.currentTarget.checked)}
          />
          {say.stages.shown}
        </label>
      )}
      <Mover label={say.stages.earlier(name)} icon="ascending" isEnd={place === 0} onMove={() => onMove(-1)} />
      <Mover
        label={say.stages.later(name)}
        icon="descending"
        isEnd={place === stages.length - 1}
        onMove={() => onMove(1)}
      />
    </li>
  );
}

interface MoverProps {
  readonly label: string;
  readonly icon: 'ascending' | 'descending';
  readonly isEnd: boolean;
  readonly onMove: () => void;
}

function Mover({ label, icon, isEnd, onMove }: MoverProps) {
  return (
    <button
      type="button"
      class="quiet"
      aria-label={label}
      title={label}
      aria-disabled={isEnd}
      onClick={() => isEnd || onMove()}
    >
      <Icon name={icon} />
    </button>
  );
}

function takenBy(stages: readonly NamedStage[], stage: Stage, text: string): string | null {
  const wanted = fold(text.trim() || STAGES[stage]);
  const other = stages.find((one) => one.stage !== stage && fold(one.name) === wanted);
  return other ? say.stages.taken(other.name) : null;
}
