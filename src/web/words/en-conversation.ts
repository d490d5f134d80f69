import { counted, number } from './count.ts';
import { relativeDays, relativeMinutes } from './relative.ts';

const quoted = (text: string) => (text === '' ? '' : ` “${text}”`);

/** What a conversation and its composer say, in English; it loads with them. */
export const enConversation = {
  relativeDays: (days: number) => relativeDays('en', days),
  relativeMinutes: (minutes: number) => relativeMinutes('en', minutes),
  tabs: { label: 'What is shown', timeline: 'Timeline', details: 'Details' },
  stand: {
    lastContacted: (when: string) => `Last contacted ${when}`,
    neverContacted: 'Not contacted yet',
    answers: (replies: number, messages: number, days: number | null) => {
      const share = `Answered ${number('en', replies)} of ${counted('en', messages, { one: 'message', other: 'messages' })}`;
      if (days === null) return share;
      return `${share}, ${days < 1 ? 'mostly the same day' : `usually in ${counted('en', days, { one: 'day', other: 'days' })}`}`;
    },
    noFollowUp: 'No follow-up planned',
    done: 'Follow-up done',
    snooze: 'Snooze',
    plan: 'Plan one',
    snoozeTitle: 'When to follow up',
    followUp: (name: string) => `Follow up with ${name}`,
    followedUp: (name: string) => `Followed up with ${name}`,
    planned: (name: string, day: string) => `Follow up with ${name}: ${day}`,
    unplanned: (name: string) => `No follow-up with ${name}`,
  },
  applications: {
    title: 'Applications',
    stage: (stage: string, outcome: string) => (outcome === '' ? stage : `${stage}: ${outcome}`),
  },
  composer: {
    bar: 'Log',
    media: { call: 'Call', email: 'E-mail', note: 'Note', task: 'Task' },
    title: 'Log a conversation',
    direction: 'Direction',
    with: 'With',
    about: 'About',
    nobody: 'With nobody in particular',
    nothing: 'About nothing in particular',
    nowHint: 'Empty means now. It may be a day in the past.',
    save: 'Log it',
    note: 'Note',
    close: 'Close and keep what is typed',
    discard: 'Discard',
    emptyNote: 'Write what you want to remember.',
    waiting: 'Go on with what is not logged yet',
    firstThis: 'This is not logged yet: log it, or discard it, before the next.',
  },
  offer: {
    title: (name: string) => `Follow up with ${name}?`,
    suggested: 'suggested',
    leave: 'Leave the follow-up as it is',
  },
  tasks: {
    title: 'Ahead',
    add: 'Add task',
    save: 'Add task',
    done: (title: string) => `Done: ${title}`,
    snooze: 'Snooze',
    snoozeTitle: (title: string) => `Snooze ${title}`,
    repeats: (rhythm: string) => `Repeats: ${rhythm.toLowerCase()}`,
    someday: 'No day',
  },
  timeline: {
    title: 'What happened',
    today: 'Today',
    yesterday: 'Yesterday',
    empty: 'Nothing yet. Log a call, an e-mail or a note: it stays here.',
    older: (count: number) => `Show ${number('en', count)} older`,
    showAll: 'Show all',
    showLess: 'Show less',
    added: 'Added to Touchbase',
    moved: (stage: string) => `Moved to ${stage}`,
    closed: (outcome: string) => `Closed: ${outcome}`,
    status: (status: string) => (status === '' ? 'Status emptied' : `Status: ${status}`),
    reopen: (title: string) => `Not done after all: ${title}`,
    next: (step: string) => `Next: ${step}`,
    minutes: (count: number) => counted('en', count, { one: 'minute', other: 'minutes' }),
    edit: (what: string) => `Edit: ${what}`,
    remove: (what: string) => `Delete: ${what}`,
    removed: (what: string) => `Deleted: ${what}`,
    saved: (what: string) => `Saved: ${what}`,
    conversation: 'Conversation',
    named: (what: string, subject: string) => `${what}${quoted(subject)}`,
  },
};

export type ConversationWords = typeof enConversation;
