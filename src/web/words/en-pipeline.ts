import { counted, number } from './count.ts';

const days = (count: number) => counted('en', count, { one: 'day', other: 'days' });
const applications = (count: number) => counted('en', count, { one: 'application', other: 'applications' });

/** What is said of applications on the board and in the table: it loads with them. */
export const enPipeline = {
  pipeline: {
    search: 'Search applications',
    add: 'Add application',
    board: 'Board',
    table: 'Table',
    layout: 'Layout',
    count: (shown: number, all: number) =>
      shown === all ? applications(all) : `${number('en', shown)} of ${applications(all)}`,
    loading: 'Loading your applications…',
    failed: 'Your applications could not be loaded',
    emptyTitle: 'Every job you go for, and where it stands',
    emptyText:
      'From the posting you saved to the offer: keep what comes next, what was agreed and since when nothing happened. Paste the posting’s text, too: postings vanish.',
    noneTitle: (query: string) => (query ? `Nothing found for “${query}”` : 'No application fits these filters'),
    clearAll: 'Clear search and filters',
    unknownClient: 'Unknown client',
    via: (agency: string) => `via ${agency}`,
    here: (count: number) => (count === 0 ? 'Here since today' : `${days(count)} here`),
    stale: (count: number, limit: number) => `Stale: ${days(count)}, over ${number('en', limit)}`,
    closedOn: (date: string) => `Closed ${date}`,
    deadline: (date: string, isPast: boolean) => (isPast ? `Deadline ${date}: passed` : `Deadline ${date}`),
    cards: (count: number) => number('en', count),
    column: (name: string, count: number) => `${name}, ${applications(count)}`,
    inStage: 'Days in stage',
    hidden: 'Hidden in Settings; shown because something is in it',
    hiddenShort: 'hidden',
    nothingIn: 'None',
    more: (count: number) => `Show ${number('en', count)} more`,
    unfold: (name: string, count: number) => `Show ${name}, ${applications(count)}`,
    fold: (name: string) => `Fold ${name}`,
    moveIt: (title: string) => `Move ${title} to…`,
    otherDay: 'Moved on an earlier day…',
    asks: (name: string) => `${name}…`,
    moved: (title: string, stage: string, place: number, count: number) =>
      place === 0
        ? `Moved ${title} to ${stage}`
        : `Moved ${title} to ${stage}, ${number('en', place)} of ${number('en', count)}`,
    noFurther: (title: string, stage: string) => `${title} stays in ${stage}: there is no stage beyond it`,
  },
};
