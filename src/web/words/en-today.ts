import type { Section } from '../../domain/agenda-item.ts';
import type { Suggestion } from '../../domain/cadence.ts';
import type { FollowUp } from '../../domain/follow-up.ts';
import { counted, listed, number } from './count.ts';

const days = (count: number) => counted('en', count, { one: 'day', other: 'days' });
const things = (count: number) => counted('en', count, { one: 'thing', other: 'things' });
const conversations = (count: number) => counted('en', count, { one: 'conversation', other: 'conversations' });

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
      listed('en', [
        ...(overdue > 0 ? [`${number('en', overdue)} overdue`] : []),
        ...(today > 0 ? [`${number('en', today)} due today`] : []),
      ]) || 'Nothing is due',
    later: (count: number) => `${things(count)} planned for later`,
    left: (count: number) => (count === 0 ? 'Nothing more is due today' : `${things(count)} left for today`),
    showAll: (count: number) => `Show all ${number('en', count)}`,
    showMore: (count: number) => `Show ${number('en', count)} more`,
    followUp: (name: string) => `Follow up with ${name}`,
    nextAction: 'Next action',
    deadline: 'Apply',
    ghosted: (name: string) => `Did ${name} ghost you?`,
    deadlineOn: (date: string) => `Deadline ${date}`,
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
    check: (name: string) => `Ask whether ${name} is still there`,
    acts: {
      done: 'Done',
      applied: 'Applied',
      snooze: 'Snooze',
      plan: 'Plan a follow-up',
      call: 'Log a call',
      mail: 'Log an e-mail',
      accept: 'Add to today',
      ghost: 'Yes, ghosted',
      dismiss: 'Not now',
      expire: 'Let it expire',
      more: 'More',
      followUp: 'Follow up',
    },
    actsOf: (title: string) => `Actions for: ${title}`,
    keyed: (label: string, key: string) => `${label} (${key})`,
    snoozes: {
      days: 'Until when',
      tomorrow: 'Tomorrow',
      threeDays: 'In 3 days',
      monday: 'Next Monday',
      pick: 'Another day',
      set: 'Take this day',
    },
    did: {
      followedUp: (name: string) => `Done: follow-up with ${name}`,
      acted: (action: string, title: string) => `Done: ${action} · ${title}`,
      suggestion: (title: string) => `Done: ${title}`,
      planned: (title: string, date: string) => `${title}: planned for ${date}`,
      dismissed: (title: string) => `Not now: ${title}`,
      added: (title: string) => `For today: ${title}`,
      ghosted: (name: string) => `Ghosted: ${name}`,
    },
    stages: { applied: 'Applied', closed: 'Closed' },
    offer: (name: string) => `When do you want to hear from ${name} next?`,
    offerPick: 'Next follow-up',
    offerNone: 'No follow-up',
    composer: {
      call: (name: string) => `Log a call: ${name}`,
      mail: (name: string) => `Log an e-mail: ${name}`,
      direction: 'Who wrote or called',
      directions: {
        call: { out: 'I called', in: 'They called' },
        mail: { out: 'I wrote', in: 'They wrote' },
      },
      body: 'What was said',
      finish: 'Done with it',
      log: 'Log it',
      cancel: 'Cancel',
    },
    task: {
      add: 'Add task',
      edit: 'Task',
      title: 'What to do',
      due: 'Due',
      save: 'Save',
      close: 'Close',
    },
    done: {
      title: 'Nothing more is due today',
      quiet: 'Nothing is due today',
      finished: (count: number) => (count === 0 ? '' : `You got ${things(count)} done today.`),
      talked: (count: number) => (count === 0 ? '' : `You logged ${conversations(count)}.`),
      next: (title: string, when: string) => `Next: ${title}, ${when}.`,
      noNext: 'Nothing is planned yet after today.',
    },
    empty: {
      title: 'Your day, in one place',
      text: 'Who is to be followed up, what is due and who has not answered yet: it gathers here by itself once you track a contact or an application.',
      addContact: 'Add contact',
      addApplication: 'Add application',
    },
    keys: '↑ ↓ to move · Enter to open · d done · s snooze · c call · e e-mail · a add · x not now · t new task',
  },
};
