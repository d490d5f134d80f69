import type { Channel } from '../../domain/double-submission.ts';
import { counted, listed, number } from './count.ts';

const PERIODS: Readonly<Record<string, string>> = {
  year: ' a year',
  month: ' a month',
  day: ' a day',
  hour: ' an hour',
};

/** An amount of money from `min` to `max`, one of which may be open; each as it is known. */
export interface Pay {
  readonly min: number | null;
  readonly max: number | null;
  readonly currency: string;
  readonly period: string;
}

/** What is said of one application: on its page, in the form of a new one, and before it moves. */
export const enApplication = {
  application: {
    back: 'Pipeline',
    backTitle: 'Back to the pipeline (Esc)',
    newTitle: 'New application',
    add: 'Add application',
    loading: 'Loading…',
    missingTitle: 'Not here',
    missingText:
      'There is no application at this address. It may have been deleted long ago, or the address is not whole.',
    deletedText: 'This application was deleted.',
    reveal: 'Say who it is',
    answers: (company: string, replies: number, messages: number, median: number | null) => {
      const sent = counted('en', messages, { one: 'message', other: 'messages' });
      const share = `${company} answered ${number('en', replies)} of ${sent}`;
      if (median === null) return share;
      const soon = counted('en', median, { one: 'day', other: 'days' });
      return `${share}, ${median < 1 ? 'mostly the same day' : `usually in ${soon}`}`;
    },
    halves: 'What is shown of it',
    details: 'Details',
    edit: 'Edit',
    editPart: (title: string) => `Edit: ${title}`,
    editFact: (label: string, text: string) => `${label}: ${text}. Edit`,
    stopEditing: (title: string) => `Stop editing: ${title}`,
    waiting: 'Not saved yet.',
    goOn: 'Go on',
    save: 'Save',
    cancel: 'Cancel',
  },
  move: {
    close: (title: string) => `Close ${title}`,
    move: (title: string) => `Move ${title}`,
    stage: 'Stage',
    outcome: 'How did it end?',
    outcomeMissing: 'Choose how it ended.',
    reason: 'Why, as far as you know',
    optional: 'optional',
    on: 'When it happened',
    badDay: 'Enter a day that was, today at the latest.',
    doIt: 'Move',
    doClose: 'Close it',
    cancel: 'Cancel',
  },
  facts: {
    title: 'Facts',
    salary: 'Salary',
    pay: ({ min, max, currency, period }: Pay) => {
      const [low, high] = [min, max].map((amount) => (amount === null ? null : number('en', amount)));
      const unit = currency === '' ? '' : `${currency} `;
      const per = PERIODS[period] ?? '';
      if (low && high && low !== high) return `${unit}${low}–${high}${per}`;
      if (low && high) return `${unit}${low}${per}`;
      if (low) return `from ${unit}${low}${per}`;
      return high ? `up to ${unit}${high}${per}` : '';
    },
    add: 'Not filled in',
    addOne: (label: string) => `Fill in ${label}`,
  },
  people: {
    title: 'People',
    none: 'Nobody yet. Add the recruiter, the hiring manager, who told you of it.',
    add: 'Add a person',
    hint: 'Type a name',
    addNew: 'Add a new contact',
    addNewNamed: (name: string) => `Add “${name}” as a new contact`,
    roleOf: (name: string) => `Role of ${name}`,
    role: 'Role',
    remove: (name: string) => `Remove ${name} from this application`,
    gone: 'A deleted contact',
    added: (name: string, title: string) => `Added ${name} to ${title}`,
    removed: (name: string, title: string) => `Removed ${name} from ${title}`,
    roleSet: (name: string, role: string) => (role === '' ? `${name} has no role now` : `${name}: ${role}`),
  },
  stages: {
    title: 'Stages so far',
    none: 'No stage was written down yet.',
    row: (place: number) => `Entry ${place}`,
    stage: (place: number) => `Stage of entry ${place}`,
    outcome: (place: number) => `Outcome of entry ${place}`,
    on: (place: number) => `Date of entry ${place}`,
    remove: (place: number) => `Remove entry ${place}`,
    add: 'Add an entry',
    noOutcome: 'Outcome…',
    noDate: (place: number) => `Entry ${place}: Enter a date.`,
  },
  posting: {
    title: 'Posting',
    none: 'Postings vanish: keep the text here.',
    add: 'Keep the text',
    open: 'Open the posting',
  },
  next: {
    title: 'Next action',
    none: 'Nothing is planned.',
    plan: 'Plan it',
    done: 'Done',
    noText: 'Something is due',
  },
  conversation: {
    title: 'Conversation',
  },
  clashes: {
    title: 'You may be submitted twice',
    noteTitle: 'You saved this role twice',
    text: 'Some employers refuse both when the same person comes to them in two ways for one role.',
    channel: (channel: Channel) => {
      if (channel.by === 'person') return 'by you directly';
      return channel.name === null ? 'via an agency' : `via ${channel.name}`;
    },
    one: (how: string, on: string) => `${how}, ${on}`,
    hint: (ways: readonly string[]) => `For this company and role there is already one ${listed('en', ways)}.`,
  },
};
