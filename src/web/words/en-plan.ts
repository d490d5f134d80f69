import type { Action } from '../../interop/import/choices.ts';
import type { MessageClass, Where } from '../../interop/import/found.ts';
import type { MatchReason } from '../../interop/import/plan.ts';
import { counted, listed, number } from './count.ts';
import { counts } from './en-records.ts';

/** What is said of what an import would change: it loads with that. */
export const enPlan = {
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
      own: 'record',
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
};
