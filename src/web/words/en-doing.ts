import { counted } from './count.ts';

const things = (count: number) => counted('en', count, { one: 'thing', other: 'things' });
const conversations = (count: number) => counted('en', count, { one: 'conversation', other: 'conversations' });

/** What is said where things of the day are done: it loads after the day is there. */
export const enDoing = {
  doing: {
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
    task: {
      add: 'Add task',
      edit: 'Task',
      title: 'What to do',
      due: 'Due',
      save: 'Save',
      close: 'Close',
    },
  },
};
