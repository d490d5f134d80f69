import { isEqual, type JsonObject } from './json.ts';
import { type NamedStage, stagesFor } from './stage-names.ts';
import { STAGES, type Stage } from './stages.ts';

/** What the settings keep of the stages as a person wants them: nothing where all is as usual. */
export function rowsOfStages(stages: readonly NamedStage[]): readonly JsonObject[] {
  if (isEqual(stages, stagesFor(undefined))) return [];
  return stages.map(({ stage, name, isHidden }) => ({
    stage,
    name: name === STAGES[stage] ? null : name,
    is_hidden: isHidden,
  }));
}

/** The stages with one of them a step earlier (-1) or later (1); at the end of them it stays. */
export function movedStage(stages: readonly NamedStage[], stage: Stage, step: 1 | -1): readonly NamedStage[] {
  const from = stages.findIndex((one) => one.stage === stage);
  const moving = stages[from];
  const to = from + step;
  if (!moving || to < 0 || to >= stages.length) return stages;
  return stages.toSpliced(from, 1).toSpliced(to, 0, moving);
}

/** The stages with one by another name; an empty one means the usual name. */
export function renamedStage(stages: readonly NamedStage[], stage: Stage, name: string): readonly NamedStage[] {
  return changed(stages, stage, { name: name.trim() || STAGES[stage] });
}

/** The stages with one hidden or shown; where applications end is always shown. */
export function hiddenStage(stages: readonly NamedStage[], stage: Stage, isHidden: boolean): readonly NamedStage[] {
  return changed(stages, stage, { isHidden: isHidden && stage !== 'closed' });
}

function changed(stages: readonly NamedStage[], stage: Stage, change: Partial<NamedStage>): readonly NamedStage[] {
  return stages.map((one) => (one.stage === stage ? { ...one, ...change } : one));
}
