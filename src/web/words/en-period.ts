import type { Span } from '../period/asked-period.ts';

/** What is said of a period of time, and how it is chosen: it loads with what is of one. */
export const enPeriod = {
  period: {
    group: 'Period',
    spans: { all: 'All', quarter: 'Last 3 months', year: 'This year' } satisfies Record<
      Exclude<Span, 'between'>,
      string
    >,
    between: 'From one day to another',
    from: 'From',
    to: 'To',
    show: 'Show',
  },
};
