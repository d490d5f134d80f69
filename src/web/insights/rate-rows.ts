import type { ResponseRate } from '../../domain/responses.ts';
import { type Share, shareOf } from '../../domain/sample.ts';
import { say } from '../words/say-insights.ts';

/** So many groups stand for themselves. */
const MOST = 12;

/** How often those of one source or route answered, or those of all smaller ones together. */
export interface RateRow extends Share {
  readonly key: string;
  readonly label: string;
  readonly waiting: number;
}

/**
 * The rates as they are shown: the largest groups, the others together as one, those without a group last.
 *
 * @param nameOf what a person calls a source or a route
 */
export function rateRows(rates: readonly ResponseRate[], nameOf: (of: string) => string): readonly RateRow[] {
  const known = rates.flatMap((rate) =>
    rate.of === null ? [] : [{ ...rate, key: `of ${rate.of}`, label: nameOf(rate.of) }],
  );
  const unknown = rates.find(({ of }) => of === null);
  const alone = known.length > MOST ? known.slice(0, MOST - 1) : known;
  const others = known.slice(alone.length);
  return [
    ...alone,
    ...(others.length > 0 ? [together(others)] : []),
    ...(unknown ? [{ ...unknown, key: 'unknown', label: say.insights.answers.unknown }] : []),
  ];
}

function together(rates: readonly ResponseRate[]): RateRow {
  const sum = (of: (rate: ResponseRate) => number) => rates.reduce((all, rate) => all + of(rate), 0);
  return {
    key: 'others',
    label: say.insights.answers.others(rates.length),
    waiting: sum(({ waiting }) => waiting),
    ...shareOf(
      sum(({ part }) => part),
      sum(({ n }) => n),
    ),
  };
}
