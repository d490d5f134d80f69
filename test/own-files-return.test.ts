import { describe, expect, test } from 'vitest';
import { contact } from '../src/domain/contact.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { stagesFor } from '../src/domain/stage-names.ts';
import { storyContacts } from '../src/entry/story.ts';
import { tableOf } from '../src/interop/archive/tables.ts';
import { archiveOf } from '../src/interop/archive/write-archive.ts';
import { ahead } from '../src/interop/icalendar/ahead.ts';
import { calendarRecords } from '../src/interop/icalendar/calendar-records.ts';
import { type CalendarOptions, writeCalendar } from '../src/interop/icalendar/write-calendar.ts';
import { joined } from '../src/interop/import/source.ts';
import { writeVcards } from '../src/interop/vcard/write-vcards.ts';
import { columnFields, fieldsOf } from '../src/web/columns.ts';
import { columnsOfJobs, columnsOfList, shownCsv } from '../src/web/saving/shown-table.ts';
import { options, planned, records, story, TODAY } from './own-files-scene.ts';

const ZONES = ['UTC', 'Europe/Zurich', 'America/Los_Angeles'];

const calendar = (more: Partial<CalendarOptions> = {}) =>
  writeCalendar(calendarRecords(records), { ...options, ...more });
const tableNamed = (type: string) => {
  const noun = NOUNS.find((one) => one.type === type);
  return noun ? [...tableOf(noun, records.get(type) ?? [])].join('') : '';
};
const everyColumn = Object.keys(contact.fields).filter((name) => name !== 'status_history');

/** Every file that is written of a workspace. */
const FILES: readonly (readonly [what: string, text: string])[] = [
  ['the calendar of an export', calendar({ alarm: { before: null, onDay: null } })],
  ['the calendar that is subscribed to', writeCalendar(ahead(calendarRecords(records), TODAY), options)],
  ['a calendar with to-dos', calendar({ tasksAs: 'todos' })],
  ['cards', writeVcards(storyContacts(TODAY))],
  ...['contacts', 'applications', 'interactions', 'tasks'].map(
    (type) => [`the table of ${type} in an export`, tableNamed(type)] as const,
  ),
  ['the list of contacts as it is shown', shownCsv(columnsOfList(columnFields(contact.fields)), story.contacts)],
  ['the list with every column', shownCsv(columnsOfList(fieldsOf(contact, everyColumn)), story.contacts)],
  [
    'the table of applications as it is shown',
    shownCsv(columnsOfJobs(stagesFor(undefined), TODAY), story.applications),
  ],
];

describe('what Touchbase wrote comes back into the same workspace', () => {
  test('and the files of a whole export change nothing together', async () => {
    const archive = joined([...archiveOf({ nouns: NOUNS, records, at: `${TODAY}T12:00:00.000Z` })]);
    const { rows, writes } = await planned(archive);
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['alone']));
    expect(writes).toEqual([]);
  });

  test.each(FILES)('and %s changes nothing', async (_, text) => {
    for (const zone of ZONES) {
      const { rows, writes, bad, leftOut } = await planned(text, story, zone);
      expect(rows.length).toBeGreaterThan(5);
      expect(
        rows
          .filter(({ action }) => action !== 'alone')
          .map(({ type, title, action, differences }) => ({ type, title, action, differences })),
      ).toEqual([]);
      expect({ writes, bad, leftOut }).toEqual({ writes: [], bad: [], leftOut: [] });
    }
  });
});
