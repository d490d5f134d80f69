import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildApplication, buildInteraction } from '../../test/build-record.ts';
import type { Application } from './application.ts';
import type { Interaction } from './interaction.ts';
import { responseRates, responseTime } from './responses.ts';

const SPRING = { from: '2026-03-01', to: '2026-05-31' };
const SENT = '2026-03-10';

type Row = Application['stage_history'][number];
const row = (stage: Row['stage'], on: string, outcome: Row['outcome'] = null): Row => ({ stage, on, outcome });
const sent = (...rows: readonly Row[]) => buildApplication({ stage_history: [row('applied', SENT), ...rows] });
const from = (source: string | null) => buildApplication({ source, stage: 'applied', applied_on: SENT });
const word = (to: Application, on: string, others: Partial<Interaction> = {}) => {
  return { ...buildInteraction({ application_id: to.application_id, direction: 'in', occurred_at: on }), ...others };
};

/** Whether one application counts as answered, and after how many days. */
function judged(application: Application, interactions: readonly Interaction[] = []) {
  const [rate] = responseRates([application], interactions, SPRING, 'source');
  return [rate?.rate === 1, responseTime([application], interactions, SPRING).days];
}

describe('an application is answered', () => {
  const plain = sent();
  test.each<[string, Application, readonly Interaction[], boolean, number | null]>([
    ['by a message', plain, [word(plain, '2026-03-14T09:00')], true, 4],
    ['by one of the day of applying', plain, [word(plain, '2026-03-10')], true, 0],
    ['by the earliest of several', plain, [word(plain, '2026-03-20'), word(plain, '2026-03-12')], true, 2],
    ['by going on', sent(row('screening', '2026-03-17')), [], true, 7],
    ['by a rejection', sent(row('closed', '2026-03-30', 'rejected')), [], true, 20],
    ['not by silence', sent(row('closed', '2026-04-30', 'ghosted')), [], false, null],
    ['not by my withdrawal', sent(row('closed', '2026-03-12', 'withdrawn')), [], false, null],
    ['not by a message of mine', plain, [word(plain, '2026-03-14', { direction: 'out' })], false, null],
    ['not by a note', plain, [word(plain, '2026-03-14', { kind: 'note' })], false, null],
    [
      'not by a deleted message',
      plain,
      [word(plain, '2026-03-14', { deleted_at: '2026-03-15T00:00:00.000Z' })],
      false,
      null,
    ],
    ['not by what was said before it', plain, [word(plain, '2026-03-01')], false, null],
    ['not by what is about another', plain, [word(sent(), '2026-03-14')], false, null],
  ])('%s', (_, application, interactions, isAnswered, days) => {
    expect(judged(application, interactions)).toEqual([isAnswered, days]);
  });

  test('also where all that is known came before it, and then no time is', () => {
    const known = buildApplication({ stage_history: [row('screening', '2026-03-01'), row('applied', SENT)] });
    expect(judged(known)).toEqual([true, null]);
  });
});

describe('response rates', () => {
  test('have a source once, however it was written, the largest first and the unknown last', () => {
    const all = [from(null), from(null), from(null), from('jobs.ch'), from('LinkedIn'), from(' linkedin ')];
    expect(responseRates(all, [], SPRING, 'source').map(({ of, n }) => [of, n])).toEqual([
      ['LinkedIn', 2],
      ['jobs.ch', 1],
      [null, 3],
    ]);
  });

  test('say by route how many were answered, how many may be yet, and whether that is too few to tell', () => {
    const by = (route: Application['route'], ...rows: readonly Row[]) => ({ ...sent(...rows), route });
    const all = [
      ...[by('direct'), by('direct'), by('direct', row('closed', '2026-04-20', 'ghosted')), by('direct'), by('direct')],
      by('referral', row('screening', '2026-03-12')),
    ];
    expect(responseRates(all, [], SPRING, 'route')).toEqual([
      { of: 'direct', part: 0, n: 5, rate: 0, waiting: 4, isSmall: false },
      { of: 'referral', part: 1, n: 1, rate: 1, waiting: 0, isSmall: true },
    ]);
  });

  test('are of those that were sent in the period, and of none that was only saved', () => {
    const saved = buildApplication({ stage: 'saved' });
    const earlier = buildApplication({ stage: 'applied', applied_on: '2026-02-28' });
    const gone = { ...sent(), deleted_at: '2026-04-01T00:00:00.000Z' };
    expect(responseRates([saved, earlier, gone], [], SPRING, 'source')).toEqual([]);
    expect(responseTime([saved, earlier, gone], [], SPRING)).toEqual({
      days: null,
      n: 0,
      isSmall: true,
      unanswered: 0,
    });
  });

  test('add up to all that were sent, whichever way they are grouped', () => {
    const some = fc.record({
      source: fc.constantFrom(null, 'LinkedIn', 'linkedin', 'Job board'),
      route: fc.constantFrom(null, 'direct' as const, 'referral' as const),
      after: fc.constantFrom<readonly Row[]>(
        [],
        [row('screening', '2026-03-12')],
        [row('closed', '2026-04-01', 'rejected')],
      ),
    });
    fc.assert(
      fc.property(fc.array(some), (several) => {
        const all = several.map(({ after, ...fields }) => ({ ...sent(...after), ...fields }));
        const answered = all.length - responseTime(all, [], SPRING).unanswered;
        for (const by of ['source', 'route'] as const) {
          const rates = responseRates(all, [], SPRING, by);
          expect(rates.reduce((sum, { n }) => sum + n, 0)).toBe(all.length);
          expect(rates.reduce((sum, { part }) => sum + part, 0)).toBe(answered);
          for (const { rate, part, waiting, n } of rates) {
            expect(rate !== null && rate >= 0 && rate <= 1 && part + waiting <= n).toBe(true);
          }
        }
      }),
    );
  });
});
