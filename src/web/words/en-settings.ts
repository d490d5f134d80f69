import type { Likeness } from '../../domain/traits.ts';
import { counted, listed, number } from './count.ts';

const of = (one: string, other: string) => (count: number) => counted('en', count, { one, other });
const nouns: Readonly<Record<string, (count: number) => string>> = {
  contacts: of('contact', 'contacts'),
  applications: of('application', 'applications'),
  interactions: of('conversation', 'conversations'),
  tasks: of('task', 'tasks'),
};
const counts = (all: readonly (readonly [string, number])[]) =>
  listed(
    'en',
    all.flatMap(([type, count]) => (count > 0 ? (nouns[type]?.(count) ?? []) : [])),
  );

/** What is said in the settings, of likely duplicates and of merging: it loads with them. */
export const enSettings = {
  stages: {
    title: 'Stages',
    text: 'Call them as you like, in your order. A hidden stage is on the board only while something is in it.',
    name: (usual: string) => `Name of the stage ${usual}`,
    usual: (name: string) => `usually ${name}`,
    shown: 'Shown',
    show: (name: string) => `Show ${name}`,
    always: 'Always shown',
    earlier: (name: string) => `Move ${name} up`,
    later: (name: string) => `Move ${name} down`,
    taken: (name: string) => `Another stage is called “${name}”. Choose another name.`,
    reset: 'Usual names and order',
    renamed: (name: string, to: string) => `${name} is called ${to}`,
    moved: (name: string, place: number, count: number) =>
      `${name} is ${number('en', place)} of ${number('en', count)}`,
    hidden: (name: string) => `${name} is hidden`,
    shownAgain: (name: string) => `${name} is shown`,
    wasReset: 'Stages have their usual names and order',
  },
  cadence: {
    title: 'Suggestions',
    text: 'What Touchbase suggests when nothing follows, and how many days later. Once you did it and still hear nothing, it comes again, up to so many times; 0 times turns it off. A rule for one stage goes before one for every stage.',
    columns: {
      after: 'After',
      stage: 'At stage',
      kind: 'Suggest',
      days: 'Days to wait',
      working_days: 'Working days only',
      most: 'Times at most',
    },
    every: 'Every stage',
    cell: (label: string, place: number) => `${label}, rule ${number('en', place)}`,
    overruled: 'Never used: a rule above is for the same.',
    add: 'Add a rule',
    delete: (place: number) => `Delete rule ${number('en', place)}`,
    deleteColumn: 'Delete',
    lastOne: 'The last rule stays: with none, the usual ones hold. 0 times turns it off.',
    reset: 'Usual rules',
    changed: (after: string, kind: string) => `Changed the rule: ${after}, ${kind.toLowerCase()}`,
    added: 'Added a rule',
    deleted: (after: string, kind: string) => `Deleted the rule: ${after}, ${kind.toLowerCase()}`,
    wasReset: 'The usual rules hold',
  },
  more: {
    title: 'More',
    report: 'What you did in a month, for whoever wants proof',
    import: 'From LinkedIn, Google, a spreadsheet or a mailbox, and all of it out again',
    account: 'Who you are here, your devices, and all that is yours',
    api: 'How programs talk to Touchbase',
    theme: 'Theme',
    keys: 'Keyboard shortcuts',
  },
  likely: {
    title: 'Likely duplicates',
    text: 'Contacts and applications that may be there twice. Merging loses nothing: what differs is kept in the notes.',
    see: 'See likely duplicates',
    looking: 'Looking…',
    count: (people: number, jobs: number) =>
      people + jobs === 0
        ? 'None found'
        : `${listed('en', [
            ...(people > 0 ? [counted('en', people, { one: 'person', other: 'people' })] : []),
            ...(jobs > 0 ? [counted('en', jobs, { one: 'job', other: 'jobs' })] : []),
          ])} likely there more than once`,
    back: 'Settings',
    contacts: (count: number) => `People, ${number('en', count)}`,
    applications: (count: number) => `Jobs, ${number('en', count)}`,
    none: 'Nothing looks like a duplicate.',
    noneText:
      'Contacts are compared by e-mail, phone, LinkedIn, and name with company; applications by posting, and position with company.',
    more: (count: number) => `Show ${number('en', count)} more`,
    others: (count: number) => `And ${number('en', count)} more that look the same: these come first.`,
    because: {
      email: 'Same e-mail',
      phone: 'Same phone',
      linkedin_url: 'Same LinkedIn profile',
      name_and_company: 'Same name and company',
      url: 'Same posting',
      position_and_company: 'Same position and company',
    } satisfies Record<Likeness, string>,
    among: (reason: string, names: readonly string[]) => `${reason}: ${listed('en', names)}`,
    field: 'Field',
    differs: 'differs',
    added: 'Added on',
    touching: 'Belongs to it',
    counts,
    sameAs: 'Likely the same as',
    sameAsMore: (count: number) => ` and ${number('en', count)} more`,
    compare: 'Compare',
    already: {
      email: 'Already the address of',
      phone: 'Already the number of',
      linkedin_url: 'Already the profile of',
    },
    apart: 'Not the same',
    apartFromAll: 'Not one of them',
    toldApart: (names: readonly string[]) => `Not the same: ${listed('en', names)}`,
  },
  merge: {
    into: 'Merge into this one',
    intoNamed: (name: string, place: number) => `Merge into this one: ${name}, number ${number('en', place)}`,
    title: (name: string) => `Merge into ${name}`,
    changes: 'What changes',
    nothing: 'It has all that the others have.',
    rows: (count: number) => counted('en', count, { one: 'entry', other: 'entries' }),
    emptied: 'nothing',
    becomes: 'becomes',
    added: 'Added to the notes',
    moves: (all: readonly (readonly [string, number])[]) =>
      `What belonged to the others belongs to it: ${counts(all)}.`,
    deletes: (names: readonly string[]) => `Deleted: ${listed('en', names)}. Undo brings everything back.`,
    doIt: 'Merge',
    cancel: 'Cancel',
    done: (count: number, name: string) =>
      count === 1 ? `Merged into ${name}` : `Merged ${number('en', count)} into ${name}`,
    cannot: (reason: string) => `They cannot be merged as they are. ${reason}`,
    line: (label: string, value: string) => `Also: ${label} ${value}`,
  },
};
