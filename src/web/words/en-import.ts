import type { Action } from '../../interop/import/choices.ts';
import type { MessageClass, Where } from '../../interop/import/found.ts';
import type { MatchReason } from '../../interop/import/plan.ts';
import { counted, listed, number } from './count.ts';
import { percent } from './percent.ts';

const of = (one: string, other: string) => (count: number) => counted('en', count, { one, other });
const nouns: Readonly<Record<string, (count: number) => string>> = {
  contacts: of('contact', 'contacts'),
  applications: of('application', 'applications'),
  interactions: of('conversation', 'conversations'),
  tasks: of('task', 'tasks'),
  views: of('view', 'views'),
};
const records = of('record', 'records');
const counts = (all: Readonly<Record<string, number>>) =>
  listed(
    'en',
    Object.entries(all).flatMap(([type, count]) => (count > 0 ? (nouns[type]?.(count) ?? []) : [])),
  );

/** What is said where records are brought in and taken out: it loads with that. */
export const enImport = {
  bringIn: {
    title: 'Bring in',
    text: 'From LinkedIn, Google, Outlook, a phone, a spreadsheet or a mailbox. The files are read on this device; you see what would change before anything does, and can undo it at any later time.',
    drop: 'or drop them here',
    ways: 'How to get these files',
    waiting: 'Your records are still on their way here: the files are read as soon as they are here.',
    notHere: 'Your records are not here yet, and without them all would seem new. Try again once you are connected.',
    choose: 'Choose files…',
    paste: 'Paste text instead',
    pasteLabel: 'A table, cards, or an e-mail with its headers',
    pasted: 'Pasted text',
    readPasted: 'Read it',
    kindsTitle: 'What can be read',
    kinds: [
      'LinkedIn archive (.zip)',
      'any spreadsheet as .csv',
      'contact cards (.vcf)',
      'e-mail (.eml, .mbox)',
      'calendar (.ics)',
      'Touchbase export (.zip)',
    ],
  },
  reading: (name: string) => `Reading ${name}`,
  readSoFar: (share: number, found: number) => `${percent('en', share)} · ${records(found)} so far`,
  planning: (name: string) => `Comparing ${name} with what you have`,
  compared: (share: number, found: number) => `${percent('en', share)} of ${records(found)}`,
  ready: (count: number) =>
    `The plan is ready: ${counted('en', count, { one: 'change', other: 'changes' })}. Look at it before you import.`,
  cancel: 'Cancel',
  refused: (name: string) => `${name} was not read`,
  again: 'Choose other files',
  plan: {
    title: (name: string, files: number) => `What ${files > 1 ? `${number('en', files)} files` : name} would change`,
    text: 'Nothing has changed yet. Look it over, say what becomes of each, then import.',
    nothing: {
      known: 'Nothing is new in it: everything is here already.',
      left: 'Nothing would change: what is new in it is left alone.',
      empty: 'There is nothing in it that Touchbase keeps.',
      unread: 'Nothing in it could be read: “Not readable” says why, and what to do.',
      undecided: 'Nothing would change before you decide what the messages say.',
    },
    show: 'Show',
    shows: {
      all: (count: number) => `Everything ${number('en', count)}`,
      create: (count: number) => `New ${number('en', count)}`,
      update: (count: number) => `Changed ${number('en', count)}`,
      merge: (count: number) => `Likely the same ${number('en', count)}`,
      alone: (count: number) => `Left alone ${number('en', count)}`,
      decide: (count: number) => `To decide ${number('en', count)}`,
      bad: (count: number) => `Not readable ${number('en', count)}`,
      leftOut: (count: number) => `Left out ${number('en', count)}`,
    },
    actions: {
      create: 'Add as new',
      update: 'Update',
      merge: 'Merge',
      alone: 'Leave alone',
    } satisfies Record<Action, string>,
    action: (title: string) => `What becomes of ${title}`,
    here: 'is here already',
    into: (title: string) => `is ${title} here`,
    likely: (title: string, reasons: readonly string[]) => `is likely ${title} here: same ${listed('en', reasons)}`,
    reasons: {
      email: 'e-mail',
      phone: 'phone',
      linkedin_url: 'LinkedIn profile',
      name_and_company: 'name and company',
      url: 'posting',
      position_and_company: 'position and company',
      source_id: 'message',
      name: 'name',
      moment: 'moment',
      same: 'content',
    } satisfies Record<MatchReason, string>,
    implied: 'mentioned in it',
    where: ({ file, line, place }: Where, isOne: boolean) => {
      const at =
        line !== undefined
          ? `line\u00a0${number('en', line)}`
          : place !== undefined
            ? `no.\u00a0${number('en', place)}`
            : '';
      // A message is a whole file: where in it says nothing.
      const isMessage = /\.eml$/i.test(file);
      return [isOne && !isMessage ? '' : file, isMessage ? '' : at].filter(Boolean).join(', ');
    },
    skip: 'Skip the rows',
    find: 'Find a row',
    found: (count: number) => (count === 0 ? 'No row has that.' : counted('en', count, { one: 'row', other: 'rows' })),
    more: (count: number) => `Show ${number('en', count)} more`,
    shown: (shown: number, all: number) => `${number('en', shown)} of ${number('en', all)} are shown`,
    stands: 'Here',
    comes: 'In the file',
    field: 'Field',
    empty_value: '(empty)',
    takeAll: 'Where both say something, keep',
    mine: 'what is here',
    theirs: 'what the file says',
    likelyAll: 'What is likely the same:',
    likelyActions: { merge: 'merge', create: 'add as new', alone: 'leave alone' },
    apply: (all: Readonly<Record<string, number>>) => `Import ${counts(all)}`,
    applyNothing: 'Nothing to import',
    excerpt: 'It begins',
  },
  columns: {
    title: (columns: number, taken: number) => {
      const some = `Columns: ${number('en', taken)} of ${number('en', columns)} become fields`;
      return taken < columns ? `${some}, what else is filled in goes into the notes` : some;
    },
    text: 'Say what a column becomes where that was guessed wrong. It is remembered for tables with the same columns.',
    column: 'Column',
    sample: 'For example',
    field: 'Becomes',
    fieldOf: (column: string) => `What ${column} becomes`,
    notes: 'in the notes',
    nothing: 'left out',
    groups: { contacts: 'Contact', applications: 'Application' },
    parts: {
      'contacts.first_name': 'First name',
      'contacts.middle_name': 'Middle name',
      'contacts.last_name': 'Last name',
      'applications.salary': 'Salary, in words',
    } as Readonly<Record<string, string>>,
    order: (column: string) => `Order of the dates in ${column}`,
    orders: {
      day_first: 'day first',
      month_first: 'month first',
      year_first: 'year first',
      serial: 'numbers of Excel',
    },
    guessed: 'Every date in it could be read both ways: say which.',
  },
  whose: {
    label: 'Your own e-mail addresses',
    hint: 'They tell which messages are yours. Separate them with commas; left empty, the address found in most messages counts as yours.',
    again: 'Read again',
  },
  proposal: {
    says: (words: string) => `Looks like ${words}:`,
    all: 'What the messages seem to say:',
    classes: {
      application_confirmation: 'a confirmation of your application',
      rejection: 'a rejection',
      availability_request: 'a question when you have time',
      assessment: 'an assessment',
      interview_invitation: 'an invitation to an interview',
      offer: 'an offer',
      recruiter_approach: 'a recruiter’s first message',
    } satisfies Record<MessageClass, string>,
    about: (title: string) => `for ${title}`,
    label: (title: string) => `What “${title}” says`,
    undecided: 'Decide…',
    dismissed: 'Nothing of the kind',
    dismissAll: 'Dismiss all',
    acceptAll: 'Accept all',
  },
  applying: (done: number, all: number) => `Importing ${number('en', done)} of ${number('en', all)}`,
  cancelled: 'Cancelled. What had been imported was taken back.',
  done: {
    title: 'Imported',
    wasUndone: 'Undone',
    undone: 'What you did not edit since is as it was before the import.',
    counts: (all: Readonly<Record<string, number>>) => counts(all) || 'nothing',
    created: (what: string) => `${what} added`,
    changed: (what: string) => `${what} changed`,
    merged: (what: string) => `${what} merged`,
    alone: (what: string) => `${what} left alone`,
    bad: (count: number) => `${counted('en', count, { one: 'thing', other: 'things' })} could not be read`,
    leftOut: (count: number) => `${counted('en', count, { one: 'thing', other: 'things' })} left out`,
    see: { contacts: 'See the contacts', applications: 'See the pipeline' },
    undo: 'Undo this import',
    more: 'Bring in more',
  },
  export: {
    title: (name: string) => `${name} is an export of Touchbase`,
    text: (what: string) =>
      `It holds ${what}. What of it is missing here comes back, with its history; what is here stays as it is.`,
    restore: 'Put it back',
    failed: (reason: string) =>
      `${reason} What is back already stays; put back the rest when Touchbase can be reached.`,
    restored: of('record is back', 'records are back'),
    unchanged: of('record was here already', 'records were here already'),
    standing: of('record is here with other values and stays so', 'records are here with other values and stay so'),
    refused: of('record breaks a rule and was not taken', 'records break a rule and were not taken'),
  },
  earlier: {
    title: 'Earlier imports',
    none: 'None yet. Each import stays listed here, and can be undone.',
    columns: { name: 'From', at: 'When', what: 'What', undo: 'Undo' },
    what: (created: number, edited: number) =>
      [created > 0 ? `${number('en', created)} added` : '', edited > 0 ? `${number('en', edited)} changed` : '']
        .filter(Boolean)
        .join(', ') || 'nothing',
    broken: 'broken off',
    undone: 'undone',
    undo: 'Undo',
    undoNamed: (name: string) => `Undo the import of ${name}`,
    wasUndone: (name: string) => (name === '' ? 'The import is undone' : `The import of ${name} is undone`),
    kept: (count: number) =>
      counted('en', count, {
        one: 'record that was edited since stays',
        other: 'records that were edited since stay',
      }),
  },
  takeOut: {
    title: 'Take out',
    text: 'Everything in one ZIP: records with their histories and settings without any loss, tables for a spreadsheet, cards and a calendar for other programs. From it you can rebuild all of this, here, on another laptop or in the cloud.',
    all: 'Export everything',
    saved: (file: string, what: string) => `${file} is in your downloads: ${what}`,
    waiting: 'Your records are still on their way here. Try again in a moment.',
  },
  subscribe: {
    title: 'See it in your calendar',
    text: 'Interviews, follow-ups, deadlines and tasks in the calendar that you look at anyway: give its program this address. It reads, and changes nothing.',
    make: 'Make an address',
    makeNew: 'Make a new address',
    revoke: 'End it',
    since: (when: string) => `There is an address since ${when}, which is not shown again. A new one ends it.`,
    once: 'Copy it now: it is shown this once. In your calendar program, paste it where it says “From URL” or “Subscribe”. Whoever has it can read along.',
    local:
      'It works only on this computer while Touchbase runs: an online calendar, such as Google’s, cannot reach it.',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'It could not be copied: select it, and copy it by hand.',
    revoked: 'The address has ended: calendars that had it get no more.',
  },
};
