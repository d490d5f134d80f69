import type { Archived } from './write-archive.ts';

/** What a person finds in the archive, in plain words; it stands inside. */
export function readmeOf({ nouns, records, at }: Archived): string {
  const counts = nouns.map(({ type }) => `  ${String(records.get(type)?.length ?? 0).padStart(7)}  ${type}`);
  return [
    'Touchbase: everything of one workspace',
    `Exported at ${at}`,
    '',
    ...counts,
    '',
    'touchbase.json  Every record with every field, its histories, its version and the time at which it was made, the',
    '                settings among them. From this file alone the workspace is rebuilt, on a laptop or in the cloud:',
    '                in the app under Import & export, or with "touchbase restore FILE".',
    `${nouns.map(({ type }) => `${type}.csv`).join(', ')}`,
    '                The same records as tables, for a spreadsheet: UTF-8, comma-separated. A text that a spreadsheet',
    '                would run as a formula has an apostrophe in front; Touchbase takes it away again.',
    'contacts.vcf    The people as cards (vCard 3.0), for a phone or another address book.',
    'calendar.ics    Follow-ups, next actions, deadlines, conversations and open tasks, for a calendar (iCalendar).',
    '',
    'What was deleted is not in here: neither deleted records nor the marks that Touchbase keeps of them.',
    '',
  ].join('\r\n');
}
