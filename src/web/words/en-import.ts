import { counted, number } from './count.ts';
import { counts, of, records } from './en-records.ts';
import { percent } from './percent.ts';

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
