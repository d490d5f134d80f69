import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildApplication } from '../../test/build-record.ts';
import type { Application } from './application.ts';
import { addDays } from './dates.ts';
import { foldHidden, funnelOf } from './funnel.ts';
import type { Period } from './sample.ts';
import { OUTCOMES, type Outcome, STAGE_KEYS } from './stages.ts';

const YEAR: Period = { from: '2026-01-01', to: '2026-12-31' };

describe('the funnel', () => {
  test.each([
    ['that is saved', path('saved'), 'saved'],
    ['that passed stages without a word of them', path('applied', 'interview'), 'interview'],
    ['that went back', path('applied', 'final', 'screening'), 'final'],
    ['that was rejected after an interview', path('applied', 'interview', 'rejected'), 'interview'],
    ['that was reopened', path('applied', 'ghosted', 'applied'), 'applied'],
    ['that was written down only when it had been rejected', path('rejected'), 'applied'],
    ['that was written down only when it had been accepted', path('accepted'), 'offer'],
    ['of which only a withdrawal is known', path('withdrawn'), 'saved'],
  ])('counts an application %s up to the furthest stage that it reached', (_, application, furthest) => {
    const steps = funnelOf([application], YEAR);
    const place = steps.findIndex(({ stage }) => stage === furthest);
    expect(steps.map(({ count }) => count)).toEqual(steps.map((_, index) => (index <= place ? 1 : 0)));
    expect(steps.filter(({ open, ended }) => open + ended > 0).map(({ stage }) => stage)).toEqual([furthest]);
  });

  test('has no step for a hidden stage in which nothing is: it is part of the one before, and nobody is lost', () => {
    const all = [path('applied', 'screening', 'rejected'), path('applied', 'final'), path('applied')];
    const steps = foldHidden(funnelOf(all, YEAR), (stage) => stage === 'screening' || stage === 'final');
    expect(steps.map(({ stage }) => stage)).toEqual(['saved', 'applied', 'assessment', 'interview', 'final', 'offer']);
    expect(steps[1]).toMatchObject({ count: 3, open: 1, ended: 1 });
    expect(steps[2]?.ofPrevious).toMatchObject({ part: 1, n: 3 });
    for (const [place, { count, open, ended }] of steps.entries()) {
      expect(open + ended + (steps[place + 1]?.count ?? 0)).toBe(count);
    }
  });

  test('says out of how many, and whether they are too few', () => {
    const many = [
      path('saved'),
      path('applied'),
      path('applied', 'screening'),
      path('applied', 'rejected'),
      path('saved'),
    ];
    const [saved, applied, screening] = funnelOf(many, YEAR);
    expect(saved).toMatchObject({ count: 5, ofPrevious: null, ofAll: { rate: 1, n: 5, isSmall: false } });
    expect(applied).toMatchObject({ count: 3, open: 1, ended: 1, ofPrevious: { part: 3, rate: 0.6, n: 5 } });
    expect(screening).toMatchObject({ count: 1, ofPrevious: { rate: 1 / 3, n: 3, isSmall: true } });
  });

  test('holds those that began in the period, with what came after it', () => {
    const began = (on: string) => buildApplication({ stage_history: rows(on, ['saved', 'applied']) });
    const period = { from: '2026-03-01', to: '2026-03-31' };
    const steps = funnelOf(['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'].map(began), period);
    expect(steps.slice(0, 2).map(({ count }) => count)).toEqual([2, 2]);
  });

  test('passes over what is deleted, and has all its stages where there is nothing', () => {
    const deleted = { ...path('offer'), deleted_at: '2026-04-01T00:00:00.000Z' };
    expect(funnelOf([deleted], YEAR).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(funnelOf([], YEAR)[1]?.ofPrevious).toMatchObject({ rate: null, n: 0, isSmall: true });
  });

  test('never rises, has rates from 0 to 1, and leaves nobody out', () => {
    fc.assert(
      fc.property(fc.array(paths), (applications) => {
        const steps = funnelOf(applications, YEAR);
        expect(steps[0]?.count).toBe(applications.length);
        for (const [index, { count, open, ended, ofPrevious, ofAll }] of steps.entries()) {
          expect(open + ended + (steps[index + 1]?.count ?? 0)).toBe(count);
          for (const rate of [ofPrevious?.rate ?? 0, ofAll.rate ?? 0]) expect(rate >= 0 && rate <= 1).toBe(true);
        }
        const open = steps.reduce((sum, step) => sum + step.open, 0);
        expect(open).toBe(applications.filter(({ stage }) => stage !== 'closed').length);
      }),
    );
  });
});

const paths = fc
  .array(
    fc.constantFrom<Step>(
      ...STAGE_KEYS.filter((stage) => stage !== 'closed'),
      ...Object.keys(OUTCOMES).filter(isOutcome),
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((steps) => path(...steps));

type Step = Exclude<Application['stage'], null | 'closed'> | Outcome;

/** An application that went through stages, some days apart; an outcome closes it. */
function path(...steps: readonly Step[]): Application {
  return buildApplication({ stage_history: rows('2026-03-02', steps) });
}

function rows(first: string, steps: readonly Step[]): Application['stage_history'] {
  return steps.map((step, index) => {
    const on = addDays(first, 3 * index);
    return isOutcome(step) ? { stage: 'closed', outcome: step, on } : { stage: step, outcome: null, on };
  });
}

function isOutcome(step: string): step is Outcome {
  return Object.hasOwn(OUTCOMES, step);
}
