import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { NOUNS } from '../../domain/nouns.ts';
import { recordsIn } from '../../domain/records-in.ts';
import { ahead } from '../../interop/icalendar/ahead.ts';
import { calendarRecords } from '../../interop/icalendar/calendar-records.ts';
import { writeCalendar } from '../../interop/icalendar/write-calendar.ts';
import { writeVcards } from '../../interop/vcard/write-vcards.ts';
import { Pipeline } from '../pipeline/pipeline.ts';
import type { Touchbase } from '../touchbase.ts';
import { download } from '../ui/download.ts';
import { say } from '../words/say-saving.ts';
import { fileName } from './file-name.ts';
import { columnsOfJobs, columnsOfList, shownCsv } from './shown-table.ts';

/** Minutes before a conversation that has a time; what is for a whole day does not ring. */
const ALARM = { before: 30, onDay: null };

/** The list of contacts as it is shown, or the selected ones, with the columns that it shows. */
export function saveContactsAsCsv(touchbase: Touchbase, which: 'shown' | 'selected'): void {
  const { contacts, today, toasts } = touchbase;
  const records = which === 'shown' ? contacts.shown.peek() : selectedContacts(touchbase);
  const file = fileName(contact.type, today.peek(), 'csv');
  saveCsv(file, shownCsv(columnsOfList(contacts.columns.peek()), records));
  toasts.show({ text: say.saving.contactsSaved(records.length, file) });
}

/** Contacts as cards, which every phone and address book takes. */
export function saveAsCards({ today, toasts }: Touchbase, records: readonly AnyRecord[]): void {
  const people = recordsIn(contact, records);
  const [first] = people;
  const file =
    first && people.length === 1 ? fileName(first.name, null, 'vcf') : fileName(contact.type, today.peek(), 'vcf');
  download(file, 'text/vcard;charset=utf-8', writeVcards(people));
  toasts.show({ text: say.saving.contactsSaved(people.length, file) });
}

/** The selected contacts in the order in which they are shown; then those that the filters hide. */
export function selectedContacts({ contacts, selection }: Touchbase): readonly AnyRecord[] {
  const ids = selection.ids.peek();
  const chosen = new Set([...ids].flatMap((id) => contacts.collection.get(id) ?? []));
  const shown = contacts.shown.peek().filter((record) => chosen.has(record));
  return [...new Set([...shown, ...chosen])];
}

/** The table of applications that the address asks for. */
export function saveJobsAsCsv(touchbase: Touchbase): void {
  const { today, toasts } = touchbase;
  const pipeline = new Pipeline(touchbase);
  const records = pipeline.shown.peek();
  const file = fileName(application.type, today.peek(), 'csv');
  saveCsv(file, shownCsv(columnsOfJobs(pipeline.stages.peek(), today.peek()), records));
  toasts.show({ text: say.saving.applicationsSaved(records.length, file) });
}

/** Follow-ups, next actions, deadlines, conversations and tasks from today on, as one file for a calendar. */
export function saveCalendar({ replica, today, toasts }: Touchbase): void {
  const all = new Map(NOUNS.map(({ type }) => [type, replica.collection(type).all()]));
  const records = ahead(calendarRecords(all), today.peek());
  const options = { name: say.saving.calendarName, today: today.peek(), tasksAs: 'events' as const, alarm: ALARM };
  const text = writeCalendar(records, options);
  const count = text.match(/^BEGIN:VEVENT\r$/gm)?.length ?? 0;
  if (count === 0) return void toasts.show({ text: say.saving.nothingAhead });
  const file = fileName('calendar', today.peek(), 'ics');
  download(file, 'text/calendar;charset=utf-8', text);
  toasts.show({ text: say.saving.datesSaved(count, file) });
}

function saveCsv(file: string, text: string): void {
  download(file, 'text/csv;charset=utf-8', text);
}
