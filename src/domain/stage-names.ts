import { rowsOf } from './history.ts';
import type { AnyRecord } from './noun.ts';
import { STAGE_KEYS, STAGES, type Stage } from './stages.ts';

/** A stage as a person knows it. */
export interface NamedStage {
  readonly stage: Stage;
  readonly name: string;
  readonly isHidden: boolean;
}

interface StageSetting {
  readonly stage: string;
  readonly name: string | null;
  readonly is_hidden: boolean;
}

/**
 * All stages by the names and in the order that a person chose. What the settings do not mention has its usual name and
 * comes at its usual place among the others: after the stage that it usually follows.
 *
 * @param settings the settings record; undefined or a tombstone where there is none
 */
export function stagesFor(settings: AnyRecord | undefined): readonly NamedStage[] {
  const rows = settings?.deleted_at === null ? rowsOf<StageSetting>(settings, 'stages') : [];
  const chosen = new Map<Stage, NamedStage>();
  for (const row of rows) {
    const stage = STAGE_KEYS.find((key) => key === row.stage);
    if (stage === undefined || chosen.has(stage)) continue;
    chosen.set(stage, { stage, name: row.name?.trim() || STAGES[stage], isHidden: row.is_hidden });
  }
  const all = [...chosen.values()];
  for (const [index, stage] of STAGE_KEYS.entries()) {
    if (chosen.has(stage)) continue;
    const before = all.findIndex((one) => one.stage === STAGE_KEYS[index - 1]);
    all.splice(before + 1, 0, { stage, name: STAGES[stage], isHidden: false });
  }
  return all;
}

/** The stage that an application is in: one that was kept without any is only saved. */
export function stageOf({ stage }: AnyRecord): Stage {
  return STAGE_KEYS.find((key) => key === stage) ?? 'saved';
}
