import type { Section } from '../../domain/agenda-item.ts';
import type { Suggestion } from '../../domain/cadence.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import { counted, number } from './count.ts';

const days = (count: number) => counted('en', count, { one: 'day', other: 'days' });
const things = (count: number) => counted('en', count, { one: 'thing', other: 'things' });

/** How long ago, in words that go on from a verb. */
const ago = (count: number) => (count === 0 ? 'today' : count === 1 ? 'yesterday' : `${days(count)} ago`);

/** What is said where the day is planned: it loads with that. */
export const enToday = {
  today: {
    sections: {
      overdue: 'Overdue',
      today: 'Due today',
      week: 'This week',
      waiting: 'Waiting on them',
      suggested: 'Suggested',
      someday: 'Without a day',
    } satisfies Record<Section, string>,
    agenda: 'What there is to do',
    counts: (overdue: number, today: number) =>
      [
        ...(overdue > 0 ? [`${number('en', overdue)} overdue`] : []),
        ...(today > 0 ? [`${number('en', today)} due today`] : []),
      ].join(', ') || 'Nothing is due',
    untilToday: (count: number) => `${things(count)} to do until today`,
    addTask: 'Add task',
    later: (count: number) => `${things(count)} planned for later`,
    left: (count: number) => (count === 0 ? 'Nothing more is due today' : `${things(count)} left for today`),
    showAll: (count: number) => `Show all ${number('en', count)}`,
    showMore: (count: number) => `Show ${number('en', count)} more`,
    followUp: (name: string) => `Follow up with ${name}`,
    nextAction: 'Next action',
    deadline: 'Apply',
    ghosted: (name: string) => `Did ${name} ghost you?`,
    deadlineOn: (date: string) => `Deadline ${date}`,
    also: (action: string) => `Also: ${action}`,
    plannedOn: (date: string) => `Planned for ${date}`,
    due: (stands: Exclude<FollowUp, { state: 'none' }>) => {
      switch (stands.state) {
        case 'overdue':
          return `Deadline ${ago(stands.days)}`;
        case 'today':
          return 'Deadline today';
        case 'upcoming':
          return stands.days === 1 ? 'Deadline tomorrow' : `Deadline in ${days(stands.days)}`;
      }
    },
    silence: (count: number, usual: number, isTheirs: boolean) => {
      if (count === 0) return 'In touch today';
      const quiet = `Said nothing for ${days(count)}`;
      return `${quiet}, ${isTheirs ? 'usual is' : 'often it takes'} ${number('en', usual)}`;
    },
    suggestion: ({ kind, title }: Suggestion) => {
      const name = title.contact ?? title.company ?? title.position ?? 'them';
      switch (kind) {
        case 'reply':
          return `Answer ${name}`;
        case 'thank_you':
          return `Thank ${name} for the interview`;
        case 'check_status':
          return `Ask ${name} where things stand`;
        case 'prep':
          return `Prepare for ${name}`;
        case 'todo':
          return `Think of ${name}`;
        default:
          if (title.step > 1) return `Follow up once more with ${name}`;
          return title.reason === 'applied'
            ? `Follow up on your application at ${title.company ?? name}`
            : `Follow up with ${name}`;
      }
    },
    because: ({ title }: Suggestion, since: number) => {
      const when = ago(since);
      switch (title.reason) {
        case 'applied':
          return `You applied ${when}`;
        case 'received':
          return `They wrote ${when}`;
        case 'interview':
          return `The interview was ${when}`;
        default:
          return `You wrote ${when}`;
      }
    },
    keys: '↑ ↓ to move · Enter to open · d done · s snooze · c call · e e-mail · a add · x not now · t new task',
  },
};
