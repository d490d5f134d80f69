import { describe, expect, test } from 'vitest';
import { buildApplication } from '../../test/build-record.ts';
import type { Application } from './application.ts';
import { stageTimes } from './stage-times.ts';

const SPRING = { from: '2026-03-01', to: '2026-05-31' };

type Row = Application['stage_history'][number];

function timeIn(stage: Row['stage'], ...histories: readonly (readonly (readonly [Row['stage'], string])[])[]) {
  const applications = histories.map((history) =>
    buildApplication({
      stage_history: history.map(([name, on]) => ({ stage: name, on, outcome: name === 'closed' ? 'rejected' : null })),
    }),
  );
  return stageTimes(applications, SPRING).find((one) => one.stage === stage);
}

describe('the time in a stage', () => {
  test('is the median of the stays that ended, with how many go on', () => {
    const left = (on: string) =>
      [
        ['applied', '2026-03-02'],
        ['screening', on],
      ] as const;
    const stays = [left('2026-03-04'), left('2026-03-12'), left('2026-03-22'), [['applied', '2026-03-02']] as const];
    expect(timeIn('applied', ...stays)).toEqual({ stage: 'applied', days: 10, n: 3, isSmall: true, ongoing: 1 });
    expect(timeIn('screening', ...stays)).toMatchObject({ days: null, n: 0, ongoing: 3 });
  });

  test('ends with being closed, and closed is no stage to stay in', () => {
    expect(
      timeIn('applied', [
        ['applied', '2026-03-02'],
        ['closed', '2026-03-09'],
      ]),
    ).toMatchObject({ days: 7, ongoing: 0 });
    expect(timeIn('closed', [['closed', '2026-03-09']])).toBeUndefined();
  });

  test('is of two stays where it was come back to', () => {
    const back = [
      ['screening', '2026-03-02'],
      ['interview', '2026-03-06'],
      ['screening', '2026-03-08'],
      ['final', '2026-03-16'],
    ] as const;
    expect(timeIn('screening', back)).toMatchObject({ days: 6, n: 2 });
  });

  test('is of one stay where the stage was written down twice', () => {
    const twice = [
      ['applied', '2026-03-02'],
      ['applied', '2026-03-05'],
      ['screening', '2026-03-12'],
    ] as const;
    expect(timeIn('applied', twice)).toMatchObject({ days: 10, n: 1 });
  });

  test('may be no day at all', () => {
    expect(
      timeIn('saved', [
        ['saved', '2026-03-02'],
        ['applied', '2026-03-02'],
      ]),
    ).toMatchObject({ days: 0, n: 1 });
  });

  test('is of the stays that ended in the period, whenever they began', () => {
    const long = [
      ['applied', '2025-12-01'],
      ['screening', '2026-03-01'],
    ] as const;
    const later = [
      ['applied', '2026-05-01'],
      ['screening', '2026-06-01'],
    ] as const;
    expect(timeIn('applied', long, later)).toMatchObject({ days: 90, n: 1, ongoing: 0 });
  });
});
