import { counted, type Forms, listed, number } from './count.ts';

const records = (count: number) => counted('en', count, { one: 'record', other: 'records' });

const nouns: Readonly<Record<string, Forms>> = {
  contacts: { one: 'contact', other: 'contacts' },
  applications: { one: 'application', other: 'applications' },
  interactions: { one: 'interaction', other: 'interactions' },
  tasks: { one: 'task', other: 'tasks' },
  views: { one: 'saved view', other: 'saved views' },
  settings: { one: 'record of settings', other: 'records of settings' },
  imports: { one: 'record of an import', other: 'records of imports' },
};
const ofNouns = (counts: Counts) => {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return listed(
    'en',
    some.map(([type, count]) => counted('en', count, nouns[type] ?? { other: type })),
  );
};

/** How many there are of each noun, by its type. */
type Counts = Readonly<Record<string, number>>;

/** What is said of accounts, and where one signs in: it loads with them. */
export const enAccount = {
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
    exportText:
      'All that you keep here in one ZIP: to bring back into Touchbase, and for spreadsheets, phones and calendars.',
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
};
