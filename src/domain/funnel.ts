import type { Application } from './application.ts';
import { begunOn, FUNNEL_STAGES, furthestStage } from './progress.ts';
import { isIn, type Period, type Share, shareOf } from './sample.ts';
import type { Stage } from './stages.ts';

/** How many applications came as far as a stage, and what became of those that came no further. */
export interface FunnelStep {
  readonly stage: Stage;
  /** Those that reached it or went past it. Equal to `open` + `ended` + the next step's count: so the funnel never rises. */
  readonly count: number;
  /** Those that came no further so far, and are not closed. */
  readonly open: number;
  /** Those that came no further, and are closed. */
  readonly ended: number;
  /** Out of those of the stage before; null for the first one. Of an open application it is not known yet: see `open`. */
  readonly ofPrevious: Share | null;
  /** Out of all. */
  readonly ofAll: Share;
}

/**
 * The funnel of the applications that began in a period, with all that is known of them today, also from after it.
 * An application counts for every stage that it reached or passed: one that went from applied to an interview passed the
 * stages between. Closed is no stage of it.
 *
 * @param applications tombstones are passed over
 */
export function funnelOf(applications: readonly Application[], period: Period): readonly FunnelStep[] {
  const begun = applications.filter((one) => one.deleted_at === null && isIn(period, begunOn(one)));
  const furthest = begun.map((one) => ({
    place: FUNNEL_STAGES.indexOf(furthestStage(one)),
    isOpen: one.stage !== 'closed',
  }));
  const countAt = (place: number) => furthest.filter((one) => one.place >= place).length;
  return FUNNEL_STAGES.map((stage, place) => {
    const here = furthest.filter((one) => one.place === place);
    const open = here.filter(({ isOpen }) => isOpen).length;
    const count = countAt(place);
    return {
      stage,
      count,
      open,
      ended: here.length - open,
      ofPrevious: place === 0 ? null : shareOf(count, countAt(place - 1)),
      ofAll: shareOf(count, begun.length),
    };
  });
}

/**
 * The funnel of the stages that a person sees: one that they hid is part of the stage before it, as long as nothing is in
 * it. Nothing is lost by that: who reached a later stage passed it, and who ended there ended after the stage before.
 *
 * @param steps in their order; the first is always there
 */
export function foldHidden(steps: readonly FunnelStep[], isHidden: (stage: Stage) => boolean): readonly FunnelStep[] {
  const folded: FunnelStep[] = [];
  for (const step of steps) {
    const before = folded.at(-1);
    if (!before) folded.push(step);
    else if (step.open === 0 && isHidden(step.stage)) {
      folded[folded.length - 1] = { ...before, ended: before.ended + step.ended };
    } else folded.push({ ...step, ofPrevious: shareOf(step.count, before.count) });
  }
  return folded;
}
