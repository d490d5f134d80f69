import { counted, number } from './count.ts';
import { percent } from './percent.ts';

const days = (count: number) => counted('en', count, { one: 'day', other: 'days' });
const cases = (count: number) => counted('en', count, { one: 'case', other: 'cases' });
const weeks = (count: number) => counted('en', count, { one: 'week', other: 'weeks' });
const applications = (count: number) => counted('en', count, { one: 'application', other: 'applications' });
const onlyCases = (n: number) => `from only ${cases(n)}`;

/** What is said of a search in numbers: it loads with them. */
export const enInsights = {
  insights: {
    loading: 'Loading your applications…',
    failed: 'Your applications could not be loaded',
    emptyTitle: 'What your search tells you, in numbers',
    emptyText:
      'How far applications come, who answers and how soon, and what you did week by week. It begins with your first application.',
    toPipeline: 'Go to the pipeline',
    summary: (period: string, begun: number, sent: number) =>
      `${period}: ${applications(begun)} begun, ${number('en', sent)} sent.`,
    showAll: 'Show all of it',
    asTable: 'The same as a table',
    onlyCases,
    hollow: 'An outlined bar stands for fewer than 5 cases: too few to draw a conclusion from.',
    none: '–',
    number: (value: number) => number('en', value),
    share: (rate: number) => percent('en', rate),
    ofSent: (n: number) => `of ${number('en', n)} sent`,
    outOf: (part: number, n: number) => `${number('en', part)} of ${number('en', n)}`,
    funnel: {
      title: 'How far applications come',
      about:
        'Of the applications begun in this period, as they stand today. Each counts for every stage it reached or passed.',
      stage: 'Stage',
      reached: 'Reached',
      ofPrevious: 'Of the stage before',
      ofAll: 'Of all',
      open: 'Still there',
      ended: 'Ended there',
      /** What stands beside a bar: how many of those in the stage before, and how many may still go on. */
      beside: (share: string | null, open: number) =>
        `${share ?? ''}${open > 0 ? ` · ${number('en', open)} still there` : ''}`.trim(),
      ofBefore: (share: string, before: string) => `${share} of ${before}`,
      ofFewBefore: (n: number, before: string) => `of the ${number('en', n)} that reached ${before}`,
    },
    answers: {
      bySource: 'Answers by source',
      byRoute: 'Answers by route',
      about: 'Of the applications sent in this period. A rejection is an answer; silence is none.',
      source: 'Source',
      route: 'Route',
      answered: 'Answered',
      sent: 'Sent',
      rate: 'Rate',
      waiting: 'Still waiting',
      unknown: 'Not known',
      others: (count: number) => counted('en', count, { one: 'other source', other: 'other sources' }),
      beside: (waiting: number) => (waiting > 0 ? `${number('en', waiting)} waiting` : null),
      none: 'No application was sent in this period.',
    },
    responseTime: {
      title: 'Time to the first word',
      about: 'From the day you applied; half of the answers came sooner, half later.',
      median: (count: number) => days(count),
      ofAnswers: (n: number) => `in the middle of ${counted('en', n, { one: 'answer', other: 'answers' })}`,
      untimed: 'No answer with a known day yet.',
      answered: 'Answered',
      unanswered: 'Without a word',
      what: 'What',
      count: 'Applications',
      middle: 'Days to the first word, in the middle',
      timed: 'Answers of which the day is known',
    },
    stageTimes: {
      title: 'Time in each stage',
      about: 'Of the stays that ended in this period, the middle one. Those that go on are not in it.',
      stage: 'Stage',
      days: 'Days',
      stays: 'Stays that ended',
      ongoing: 'There now',
      beside: (n: number, isSmall: boolean, ongoing: number) =>
        [
          n === 0 ? null : isSmall ? onlyCases(n) : `of ${number('en', n)}`,
          ongoing > 0 ? `${number('en', ongoing)} there now` : null,
        ]
          .filter((part) => part !== null)
          .join(' · '),
    },
    weeks: {
      title: 'Week by week',
      about: 'Applications sent, and what was said, both ways; notes are not counted.',
      week: 'Week of',
      applications: 'Applications sent',
      conversations: 'Conversations and messages',
      partial: (week: string) => `${week} (in part)`,
      partialNote: 'An outlined bar: only a part of that week is in the period.',
      last: (shown: number, all: number) => `The last ${weeks(shown)}; the table has ${number('en', all)}.`,
      capped: (shown: number) => `The last ${weeks(shown)} of the period.`,
      none: 'No week of this period has begun.',
    },
  },
};
