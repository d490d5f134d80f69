import type { Field } from '../../domain/field.ts';
import type { DueSpan, FollowUp } from '../../domain/follow-up.ts';
import type { Place } from '../route.ts';
import type { RefusedField } from '../sync/wire.ts';
import { counted, number } from './count.ts';

const days = (count: number) => counted('en', count, { one: 'day', other: 'days' });
const contacts = (count: number) => counted('en', count, { one: 'contact', other: 'contacts' });
const changes = (count: number) => counted('en', count, { one: 'change', other: 'changes' });

/** What there is of each noun, by its type. */
/** Where the schema speaks to programs: a date control takes no ISO 8601. */
const errors: Readonly<Record<string, string>> = {
  bad_date: 'Finish the date, or clear it.',
  bad_date_time: 'Finish the date and the time, or clear them.',
  bad_id: 'Choose one of the list, or clear it.',
};

/** Everything that the app says, in English. Another language is one more file of this type. */
export const en = {
  /** What the schema says; another language looks the name or the code up first. */
  schema: {
    label: (_name: string, { label }: Field) => label,
    hint: (_name: string, { hint }: Field) => hint,
    choice: (_name: string, key: string, { choices, control }: Field) =>
      control === 'flag' && key !== '' ? 'yes' : (choices?.[key] ?? key),
    error: ({ code, detail }: RefusedField) => errors[code] ?? detail,
  },
  app: {
    name: 'Touchbase',
    places: 'Places',
    theme: { system: 'System', light: 'Light', dark: 'Dark' },
    themeShort: 'Theme',
    switchTheme: (theme: string) => `Theme: ${theme}. Change it`,
    keys: 'Keys',
    keysTitle: 'Keyboard shortcuts (?)',
    api: 'API',
    apiTitle: 'How programs talk to Touchbase',
    close: 'Close',
    dismiss: 'Dismiss',
    find: (command: string) => `Find or do (${command}+K)`,
    findShort: 'Find',
    notSignedIn: 'not signed in',
    unnamed: 'A new contact',
    notReached: 'Touchbase cannot be reached. What is saved is safe.',
    nothingAt: (path: string) => `There is nothing at ${path}. These are your contacts.`,
  },
  places: {
    today: 'Today',
    applications: 'Pipeline',
    insights: 'Insights',
    report: 'Search report',
    import: 'Import & export',
    settings: 'Settings',
    account: 'Account',
  } satisfies Record<Place, string>,
  sync: {
    saved: 'Saved',
    title: 'What is saved and what waits',
    saving: 'Saved here, syncing…',
    savingUnkept: 'Saving…',
    waiting: (count: number, isKept: boolean) =>
      isKept
        ? `Saved here · offline, ${changes(count)} waiting`
        : `Not saved yet: can’t reach Touchbase, ${changes(count)} waiting`,
    turnedAway: (count: number, reason: string, isKept: boolean) =>
      `${isKept ? 'Saved here' : 'Not saved yet'}, ${changes(count)} waiting. ${reason}`,
    shut: (count: number, isKept: boolean) => {
      if (count === 0) return 'You are signed out';
      return `${isKept ? 'Saved here' : 'Not saved yet'} · you are signed out, ${changes(count)} waiting`;
    },
    signIn: 'Sign in again',
    unreachable: 'Offline: this may not be the newest',
    attention: (count: number) =>
      counted('en', count, { one: 'change needs attention', other: 'changes need attention' }),
    full: 'The storage of this browser is full. What you change is sent at once, but not kept here: close nothing before it says “Saved”. Free some space and load the page again.',
    unavailable:
      'This browser keeps nothing for Touchbase, as in a private window. What you change is sent at once: close nothing before it says “Saved”.',
    retry: 'Try now',
    refused: (title: string, reason: string) => `Not saved: ${title}. ${reason}`,
    review: 'Review',
    notMade: (reason: string) => `Nothing was changed. ${reason}`,
  },
  contacts: {
    title: 'Contacts',
    search: 'Search contacts',
    add: 'Add contact',
    addTitle: 'New contact',
    bringIn: 'Import contacts',
    count: (shown: number, all: number) =>
      shown === all ? contacts(all) : `${number('en', shown)} of ${contacts(all)}`,
    loading: (count: number) =>
      count === 0 ? 'Loading your contacts…' : `Loading your contacts… ${number('en', count)} so far`,
    failed: 'Your contacts could not be loaded',
    failedWhy: (reason: string) => `Touchbase cannot be reached. ${reason} Nothing is lost: they are where they were.`,
    retry: 'Try again',
    emptyTitle: 'The people of your job search, in one place',
    emptyText:
      'Recruiters, hiring managers, friends who know someone: keep who they are, what you said last and when to get in touch again. Those you would forget come first.',
    noneTitle: (query: string) => (query ? `Nothing found for “${query}”` : 'No contact fits these filters'),
    noneText: 'Every word must begin a word of the contact: its name, company, notes or any other field.',
    clearAll: 'Clear search and filters',
    addNamed: (name: string) => `Add “${name}”`,
    added: (name: string) => `Added ${name}`,
    saved: (name: string) => `Saved ${name}`,
    deleted: (name: string) => `Deleted ${name}`,
    deletedMany: (count: number) => `Deleted ${contacts(count)}`,
    restored: (name: string) => `${name} is back`,
    restoredMany: (count: number) => `${contacts(count)} are back`,
    editedMany: (labels: readonly string[], count: number) => `Changed ${labels.join(', ')} of ${contacts(count)}`,
    cleared: (label: string, name: string) => `Emptied ${label} of ${name}`,
    cannotClear: (label: string) => `${label} is required: it cannot be empty`,
    leftList: (name: string) => `${name} no longer fits the filters`,
    undo: 'Undo',
    openNew: 'Open',
    deleteColumn: 'Delete',
    setAside: (text: string, name: string) => `“${text}” is not saved: it waits with ${name}.`,
    delete: (name: string) => `Delete ${name}`,
    sortedBy: (label: string, descending: boolean) => `Sorted by ${label}, ${descending ? 'descending' : 'ascending'}`,
  },
  log: {
    logged: (kind: unknown, name: string) => {
      const what =
        kind === 'note' ? 'a note' : kind === 'call' ? 'a call' : kind === 'message' ? 'a message' : 'a conversation';
      if (name === '') return `Logged ${what}`;
      return kind === 'note' ? `Logged a note on ${name}` : `Logged ${what} with ${name}`;
    },
  },
  tasks: {
    added: (title: string) => `Added “${title}”`,
    done: (title: string) => `Done: ${title}`,
    reopened: (title: string) => `Not done after all: ${title}`,
    snoozed: (title: string, until: string) => `${title} rests until ${until}`,
  },
  applications: {
    moved: (title: string, stage: string) => `${title} is in ${stage}`,
  },
  history: {
    undone: (label: string) => `Undone: ${label}`,
    undonePartly: (label: string) => `Undone in part: ${label}. What was changed since stays as it is.`,
    notUndone: (label: string) => `Not undone: ${label}. It was changed since.`,
    redone: (label: string) => `Done again: ${label}`,
    redonePartly: (label: string) => `Done again in part: ${label}. What was changed since stays as it is.`,
    notRedone: (label: string) => `Not done again: ${label}. It was changed since.`,
    nothingToUndo: 'Nothing to undo',
    nothingToRedo: 'Nothing to do again',
    redo: 'Redo',
  },
  select: {
    count: (count: number, hidden: number) =>
      hidden === 0
        ? `${number('en', count)} selected`
        : `${number('en', count)} selected, ${number('en', hidden)} of them not shown`,
    column: 'Select',
    all: 'Select all that are shown',
    one: (name: string) => `Select ${name}`,
    start: 'Select',
    end: 'Done',
  },
  filters: {
    group: 'Filters',
    due: { overdue: 'Overdue', today: 'Today', week: 'This week' } satisfies Record<DueSpan, string>,
    clear: 'Clear',
    find: (label: string) => `Find in ${label}`,
    sort: 'Sort',
    best: 'Best match',
    chosen: (label: string, value: string) => `${label}: ${value}`,
    more: (count: number) => `${number('en', count)} more: type to find them`,
    none: 'None yet',
  },
  views: {
    title: 'Views',
    all: 'All contacts',
    save: 'Save this view…',
    name: 'Name of the view',
    keep: 'Save',
    overwrite: (name: string) => `“${name}” is there already. Enter writes over it.`,
    taken: (name: string) => `“${name}” is there already.`,
    nothing: (hasColumns: boolean) =>
      `${hasColumns ? 'Search, filter, sort or choose columns' : 'Search, filter or sort'}: then it can be saved under a name.`,
    saved: (name: string) => `Saved ${name}`,
    notSaved: (reason: string) => `The view is not saved. ${reason}`,
    rename: (name: string) => `Rename ${name}`,
    delete: (name: string) => `Delete ${name}`,
    columns: 'Columns',
    usual: 'The usual columns',
    earlier: (label: string) => `Move ${label} up`,
    later: (label: string) => `Move ${label} down`,
    moved: (label: string, place: number) => `${label} is column ${place}`,
  },
  unsaved: {
    kept: (name: string) => (name === '' ? 'Not saved yet: kept as a new contact' : `Not saved yet: kept with ${name}`),
    discarded: 'Discarded what was not saved',
  },
  control: {
    time: 'Time, if you know it',
    offset: (offset: string) => `UTC${offset === 'Z' ? '' : offset}`,
    none: 'None',
    shortYear: 'Write the year in full, as 2026.',
    suggestions: 'Suggestions',
  },
  followUp: (followUp: FollowUp) => {
    switch (followUp.state) {
      case 'none':
        return '';
      case 'overdue':
        return `Overdue ${days(followUp.days)}`;
      case 'today':
        return 'Today';
      case 'upcoming':
        return followUp.days === 1 ? 'Tomorrow' : `In ${days(followUp.days)}`;
    }
  },
};

export type Words = typeof en;
