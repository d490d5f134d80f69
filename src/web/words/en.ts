import type { Field } from '../../domain/field.ts';
import type { DueSpan, FollowUp } from '../../domain/follow-up.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Place } from '../route.ts';
import type { RefusedField } from '../sync/wire.ts';
import { ago } from './ago.ts';
import { counted, type Forms, listed, number } from './count.ts';

const days = (count: number) => counted('en', count, { one: 'day', other: 'days' });
const contacts = (count: number) => counted('en', count, { one: 'contact', other: 'contacts' });
const records = (count: number) => counted('en', count, { one: 'record', other: 'records' });
const changes = (count: number) => counted('en', count, { one: 'change', other: 'changes' });

/** What there is of each noun, by its type. */
const nouns: Readonly<Record<string, Forms>> = {
  contacts: { one: 'contact', other: 'contacts' },
  applications: { one: 'application', other: 'applications' },
  interactions: { one: 'interaction', other: 'interactions' },
  tasks: { one: 'task', other: 'tasks' },
  views: { one: 'saved view', other: 'saved views' },
  settings: { one: 'record of settings', other: 'records of settings' },
};
const ofNouns = (counts: Counts) => {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return listed(
    'en',
    some.map(([type, count]) => counted('en', count, nouns[type] ?? { other: type })),
  );
};

const quoted = (text: string) => (text === '' ? 'nothing' : `“${text}”`);

/** Where the schema speaks to programs: a date control takes no ISO 8601. */
const errors: Readonly<Record<string, string>> = {
  bad_date: 'Finish the date, or clear it.',
  bad_date_time: 'Finish the date and the time, or clear them.',
};

/** How many there are of each noun, by its type. */
type Counts = Readonly<Record<string, number>>;

/** Everything that the app says, in English. Another language is one more file of this type. */
export const en = {
  /** What the schema says; another language looks the name or the code up first. */
  schema: {
    label: (_name: string, { label }: Field) => label,
    hint: (_name: string, { hint }: Field) => hint,
    choice: (_name: string, key: string, { choices }: Field) => choices?.[key] ?? key,
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
    notReached: 'Touchbase cannot be reached. What is saved is safe.',
    nothingAt: (path: string) => `There is nothing at ${path}. These are your contacts.`,
  },
  places: {
    today: 'Today',
    applications: 'Pipeline',
    insights: 'Insights',
    report: 'Search report',
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
  syncPanel: {
    waiting: 'Waiting to be sent',
    refused: 'Not taken',
    conflicts: 'Written on two devices',
    upToDate: (ms: number) => `Up to date as of ${ago('en', ms) ?? 'a moment ago'}`,
    nothing: 'Nothing waits: all that you changed here is saved.',
    more: (count: number) => `And ${changes(count)} more.`,
    created: (name: string) => `Added ${name}`,
    edited: (labels: readonly string[], name: string) => `Edited ${labels.join(', ')} of ${name}`,
    removed: (name: string) => `Deleted ${name}`,
    restored: (name: string) => `Brought back ${name}`,
    conflict: (label: string, name: string, theirs: string, mine: string) =>
      `${label} of ${name}: your other device wrote ${quoted(theirs)}. Here it says ${quoted(mine)}.`,
    removedConflict: (name: string, label: string, theirs: string) =>
      `You deleted ${name}. Meanwhile your other device wrote ${quoted(theirs)} in ${label}.`,
    otherWrote: (theirs: string) => `Your other device wrote ${quoted(theirs)}.`,
    keepMine: 'Keep mine',
    keepTheirs: 'Keep theirs',
    keepDeleted: 'Keep it deleted',
    bringBack: 'Bring it back',
    again: 'Try again',
    discardForGood: 'Discard it for good',
  },
  contacts: {
    title: 'Contacts',
    search: 'Search contacts',
    add: 'Add contact',
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
    logged: ({ kind, subject }: JsonObject) => {
      const what = kind === 'note' ? 'Noted' : 'Logged';
      return typeof subject === 'string' && subject !== '' ? `${what}: ${subject}` : what;
    },
  },
  tasks: {
    added: (title: string) => `Added ${title}`,
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
    column: 'Select',
    all: 'Select all that are shown',
    one: (name: string) => `Select ${name}`,
    start: 'Select',
    end: 'Done',
  },
  bulk: {
    bar: 'Selected contacts',
    count: (count: number, hidden: number) =>
      hidden === 0
        ? `${number('en', count)} selected`
        : `${number('en', count)} selected, ${number('en', hidden)} of them not shown`,
    clear: 'Clear selection',
    delete: 'Delete',
    type: (label: string) => `${label}: type or choose`,
    set: (text: string) => `Set “${text}”`,
    empty: 'None',
    addTag: (tag: string) => `Add “${tag}”`,
    removeTag: (tag: string) => `Remove “${tag}”`,
    date: 'Another date',
    setDate: 'Set this date',
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
  panel: {
    addTitle: 'New contact',
    missingTitle: 'Not here',
    missingText: 'There is no contact at this address. It may have been deleted long ago, or the address is not whole.',
    deletedText: 'This contact was deleted.',
    restore: 'Bring it back',
    save: 'Save',
    saveNew: 'Add contact',
    close: 'Close',
    required: 'required',
    kept: (labels: readonly string[]) => `Unsaved changes from before: ${labels.join(', ')}.`,
    unsaved: 'not saved yet',
    meanwhile: (text: string) => (text === '' ? 'Meanwhile it was emptied.' : `Meanwhile: ${text}`),
    take: 'Take it',
    refused: (reason: string) => `Not saved: ${reason}`,
    discard: 'Discard',
    duplicate: 'Already the address of',
    mail: 'Write an e-mail',
    call: 'Call',
    visit: (label: string) => `Open ${label}`,
    saveKeys: (command: string) => `${command}+Enter`,
    problems: (count: number) => `${counted('en', count, { one: 'field needs', other: 'fields need' })} another look.`,
  },
  cloud: {
    noAnswer: 'There is no answer: the network may be away.',
    answered: (status: number) => `The service answered ${status}.`,
    notUnderstood: 'The service’s answer cannot be understood.',
    identityRefused: 'The service that tells who you are refused. Try again in a moment.',
    notSignedIn: 'The login was not finished.',
    signInNeeded: 'You are signed out. Sign in again to go on.',
  },
  door: {
    signIn: 'Sign in or sign up',
    guest: 'Go on without signing in',
    welcomeTitle: 'The people of your job search, in one place',
    welcomeText: 'Sign in with your e-mail address. Your contacts are there on every device where you sign in.',
    signedOutTitle: 'You are signed out',
    signedOutText: 'Nothing of yours is left in this browser. Sign in to see your contacts again.',
    deletedTitle: 'Your account is deleted',
    deletedText:
      'Your records are gone: at once, at the latest within a day. Copies that were made when this deployment was taken down go within 40 days.',
    againTitle: 'Sign in again',
    againText: 'The login of before is over. Your contacts are where they were.',
    failedTitle: 'You could not be signed in',
    failedText: (reason: string) => `${reason} Your contacts are where they were.`,
    guestNote: 'Without signing in, what you add is kept for this browser only.',
    leaving: 'Opening the login…',
  },
  account: {
    title: 'Account',
    notSignedIn: 'not signed in',
    failed: (reason: string) => `Your account could not be loaded. ${reason}`,
    guestTitle: 'You are a guest',
    guestText:
      'Your contacts are kept in this browser’s guest account. If you clear this browser’s site data, you lose the way to them.',
    guestUntil: (date: string) => `They are kept until ${date}, and longer each day that you come back.`,
    guestOffer: 'Sign in to keep them for good and to see them on your other devices. Everything comes along.',
    signIn: 'Sign in or sign up',
    signedInAs: (email: string | null) => (email ? `Signed in as ${email}` : 'Signed in'),
    signedInText: 'Your contacts are there on every device where you sign in.',
    signOut: 'Sign out',
    everywhere: 'Sign out everywhere',
    everywhereText: 'Ends the login on all your devices; each may go on for an hour at the most.',
    savingFirst: 'Saving what you changed first…',
    offlineFirst: 'What you changed is not saved yet. Try again when Touchbase can be reached.',
    leaving: 'Opening the login…',
    loseTitle: 'Not everything is saved',
    loseText: 'If you sign out now, this is lost:',
    loseAnyway: 'Sign out and lose it',
    stay: 'Stay signed in',
    unnamed: 'A new contact',
    devices: 'Devices',
    noDevices: 'None was seen yet.',
    thisDevice: 'this one',
    seen: (date: string) => `last seen ${date}`,
    device: (browser = 'A browser', system: string | undefined) => (system ? `${browser} on ${system}` : browser),
    recovery: 'Recovery code',
    recoveryText:
      'A code that brings your records back when nothing else can: this browser’s data was cleared, or you no longer have the e-mail address. Keep it like a password.',
    recoveryMade: (moment: string) => `Made ${moment}. A new one makes it worthless.`,
    makeCode: 'Make a recovery code',
    makeNewCode: 'Make a new code',
    codeOnce: 'It is shown this once. Write it down.',
    copy: 'Copy',
    copied: 'Copied',
    bringBack: 'Bring back records',
    bringBackText: 'Of an account whose recovery code you have. They come to this one.',
    code: 'Recovery code',
    codeWanted: 'Enter the code: 24 letters and digits.',
    bring: 'Bring back',
    records: 'Your records',
    exportText: 'All that you keep here in one file, to read or to take elsewhere.',
    export: 'Export all',
    exporting: (counts: Counts) => {
      const all = ofNouns(counts);
      return all === '' ? 'Exporting…' : `Exporting… ${all} so far`;
    },
    exported: (counts: Counts) => `Exported ${ofNouns(counts) || 'a file without records: there are none yet'}`,
    moving: (count: number) =>
      count === 0 ? 'Bringing your records along…' : `Bringing your records along… ${number('en', count)} so far`,
    moved: (count: number) => (count === 0 ? null : `${records(count)} came along`),
    cameBack: (count: number) => `${records(count)} of before came back`,
    notMoved: (reason: string) =>
      `Not all records came along yet. ${reason} The rest comes when you open Touchbase again.`,
    cannotMove: (reason: string) => `Your records from before could not be brought along. ${reason}`,
    newInstead:
      'The guest account of this browser is not known any more, so this is a new one. A recovery code brings its records back: see Account.',
    delete: 'Delete account and data',
    deleteText:
      'Deletes every record and, if you have one, your login. At once, at the latest within a day; copies that were made when this deployment was taken down go within 40 days. It cannot be undone.',
    deleteConfirm: 'Type “delete” to confirm',
    deleteWord: 'delete',
    deleteForGood: 'Delete for good',
    deleting: (count: number) => (count === 0 ? 'Deleting…' : `Deleting… ${records(count)} gone`),
    cancel: 'Cancel',
  },
  palette: {
    title: 'Find or do',
    short: 'Find',
    open: (command: string) => `Find or do (${command}+K)`,
    hint: 'A name, a phone number, a view, or what to do',
    opened: 'Opened last',
    views: 'Views',
    actions: 'Actions',
    count: (count: number) => counted('en', count, { one: 'result', other: 'results' }),
    card: (name: string) => `Who this is: ${name}`,
    last: 'What you talked about last',
    next: 'What comes next',
    nothingNext: 'No follow-up is planned.',
    all: 'Go to all contacts',
    goTo: (place: string) => `Go to ${place}`,
    due: (span: string) => `Show follow-ups: ${span}`,
    status: (status: string) => `Show status: ${status}`,
    sortBy: (label: string) => `Sort by ${label}`,
    selectAll: 'Select all that are shown',
    sync: 'Sync now',
    theme: 'Switch the theme',
  },
  unsaved: {
    kept: (name: string) => (name === '' ? 'Not saved yet: kept as a new contact' : `Not saved yet: kept with ${name}`),
    discarded: 'Discarded what was not saved',
  },
  picks: {
    group: (label: string) => `Quick picks for ${label}`,
    days: (count: number) => (count === 1 ? 'Tomorrow' : `In ${days(count)}`),
    week: 'Next week',
    today: 'Today',
    none: 'None',
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
  offline: {
    updateReady: 'A new version of Touchbase is ready',
    updateNow: 'Update now',
    updatedElsewhere: 'Touchbase was updated in another tab',
    load: 'Load it',
  },
  keys: {
    title: 'Keyboard shortcuts',
    anywhere: 'Anywhere',
    list: 'In the list',
    selecting: 'Many at once',
    editing: 'While editing',
    help: {
      find: 'Find a contact, a view or an action',
      undo: 'Undo',
      redo: 'Redo',
      check: 'On a checkbox: select the contact',
      selectRow: 'Select the row',
      extend: 'Extend the selection',
      selectAll: 'Select all that are shown',
      clear: 'Clear the selection',
      moveColumn: 'In Columns: move a column',
      search: 'Search',
      add: 'Add a contact',
      keys: 'Show this',
      close: 'Close the panel or the menu',
      move: 'Move between cells',
      rowEnds: 'First or last cell of the row',
      listEnds: 'First or last contact',
      pages: 'A page up or down',
      open: 'On a name: open the contact; on another cell: edit it',
      edit: 'Edit the cell',
      type: 'Any letter or digit: write over the cell',
      delete: 'On a name: delete the contact; on another cell: empty it',
      save: 'Save and stay',
      next: 'Save and edit the next cell',
      previous: 'Save and edit the one before',
      cancel: 'Leave it as it was',
      saveForm: 'Save the form',
    },
  },
};

export type Words = typeof en;
