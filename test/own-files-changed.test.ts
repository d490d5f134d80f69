import { describe, expect, test } from 'vitest';
import { contact } from '../src/domain/contact.ts';
import { interaction } from '../src/domain/interaction.ts';
import { type AnyRecord, nounOf } from '../src/domain/noun.ts';
import { NOUNS } from '../src/domain/nouns.ts';
import { task } from '../src/domain/task.ts';
import { tableOf } from '../src/interop/archive/tables.ts';
import { calendarRecords } from '../src/interop/icalendar/calendar-records.ts';
import { writeCalendar } from '../src/interop/icalendar/write-calendar.ts';
import { NO_CHOICES } from '../src/interop/import/choices.ts';
import type { Standing } from '../src/interop/import/plan.ts';
import { writeVcards } from '../src/interop/vcard/write-vcards.ts';
import { madeRecord } from './made-record.ts';
import { options, planned, records, story } from './own-files-scene.ts';

/** The records of the story with others in place of some, or beside them. */
function standingWith(changed: Partial<Record<keyof Standing, readonly AnyRecord[]>>): Standing {
  return { ...story, ...changed };
}

const [contactDue] = story.contacts.filter(({ next_follow_up }) => next_follow_up !== null);
const [jobDue] = story.applications.filter(
  ({ stage, next_action_on }) => stage !== 'closed' && next_action_on !== null,
);
const idOf = (record: AnyRecord | undefined, field: string) => String(record?.[field]);

/** A record of its own in one calendar, with what a calendar program changed in its lines. */
function eventOf(
  records: Partial<Record<keyof Standing, readonly AnyRecord[]>>,
  uid: string,
  ...changes: [RegExp, string][]
) {
  const text = writeCalendar(calendarRecords(new Map(Object.entries({ ...story, ...records }))), options).replace(
    /\r\n /g,
    '',
  );
  const event = text.match(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/g)?.find((one) => one.includes(uid)) ?? '';
  const changed = changes.reduce((whole, [from, to]) => {
    expect(whole).toMatch(from);
    return whole.replace(from, to);
  }, event);
  return `BEGIN:VCALENDAR\r\n${changed}END:VCALENDAR\r\n`;
}

const call = madeRecord(interaction, 1, {
  kind: 'call',
  contact_id: contactDue?.contact_id,
  subject: 'First talk',
  occurred_at: '2026-03-12T15:00:00+01:00',
  duration: 30,
  body: 'About the team',
  next_step: 'Send the papers',
});
const unnamed = madeRecord(interaction, 2, {
  kind: 'technical',
  contact_id: contactDue?.contact_id,
  application_id: jobDue?.application_id,
  occurred_at: '2026-03-12T15:00',
});
const weekly = madeRecord(task, 3, {
  title: 'Look for postings',
  due_on: '2026-03-01',
  snoozed_until: '2026-03-13',
  repeat: 'weekly',
  notes: 'Three boards',
  application_id: jobDue?.application_id,
});
const made = { interactions: [...story.interactions, call, unnamed], tasks: [...story.tasks, weekly] };
const workspace = standingWith(made);

describe('an event that a calendar program changed', () => {
  const day = (to: string): [RegExp, string] => [/DTSTART[^\r]*\r\nDTEND[^\r]*/, `DTSTART;VALUE=DATE:${to}`];
  const cases: [string, string, [RegExp, string][], object][] = [
    [
      'the day of a follow-up',
      `follow-up-${idOf(contactDue, 'contact_id')}`,
      [day('20260401')],
      { next_follow_up: '2026-04-01' },
    ],
    [
      'the day of a next action',
      `next-action-${idOf(jobDue, 'application_id')}`,
      [day('20260402')],
      { next_action_on: '2026-04-02' },
    ],
    [
      'the words of a next action',
      `next-action-${idOf(jobDue, 'application_id')}`,
      [[/SUMMARY:[^:]*:/, 'SUMMARY:Write to Bo:']],
      { next_action: 'Write to Bo' },
    ],
    ['the day of a task that rests', `task-${weekly.task_id}`, [day('20260403')], { snoozed_until: '2026-04-03' }],
    [
      'the title of a task',
      `task-${weekly.task_id}`,
      [[/SUMMARY:[^\r]*/, 'SUMMARY:look for Postings']],
      { title: 'look for Postings' },
    ],
    [
      'the rhythm of a task',
      `task-${weekly.task_id}`,
      [[/FREQ=WEEKLY/, 'FREQ=DAILY;INTERVAL=14']],
      { repeat: 'fortnightly' },
    ],
    [
      'the notes of a task',
      `task-${weekly.task_id}`,
      [[/Three boards/, 'Four boards\\nand a fair']],
      { notes: 'Four boards\nand a fair' },
    ],
    [
      'the time of a conversation',
      `conversation-${call.interaction_id}`,
      [[/T140000Z/, 'T143000Z']],
      { occurred_at: '2026-03-12T14:30:00Z' },
    ],
    [
      'a time that has no offset',
      `conversation-${unnamed.interaction_id}`,
      [[/T150000/, 'T160000']],
      { occurred_at: '2026-03-12T16:00:00' },
    ],
    ['the length of a conversation', `conversation-${call.interaction_id}`, [[/PT30M/, 'PT45M']], { duration: 45 }],
    [
      'the subject of a conversation',
      `conversation-${call.interaction_id}`,
      [[/First talk/, 'Second talk']],
      { subject: 'Second talk' },
    ],
    [
      'what was said',
      `conversation-${call.interaction_id}`,
      [[/About the team/, 'About the team\\, and pay']],
      { body: 'About the team, and pay' },
    ],
  ];
  test.each(cases)('changes just that: %s', async (_, uid, changes, record) => {
    const { rows, writes } = await planned(eventOf(made, uid, ...changes), workspace);
    expect(rows).toMatchObject([{ action: 'update', match: { certain: true }, offers: ['alone'] }]);
    // A conversation moves the last contact on as well, as on the server.
    expect(writes.filter(({ id }) => id === rows[0]?.id).map((write) => write.record)).toEqual([record]);
  });

  test('done as a to-do is a task that is done', async () => {
    const text = writeCalendar(calendarRecords(new Map([['tasks', [weekly]]])), { ...options, tasksAs: 'todos' });
    const { writes } = await planned(
      text.replace('STATUS:NEEDS-ACTION', 'STATUS:COMPLETED\r\nCOMPLETED:20260310T080000Z'),
      workspace,
    );
    expect(writes.map(({ id, record }) => [id, record])).toMatchObject([
      [weekly.task_id, { done_at: '2026-03-10T08:00:00Z' }],
    ]);
  });

  const kept: [string, string, [RegExp, string][]][] = [
    [
      'the title of a follow-up',
      `follow-up-${idOf(contactDue, 'contact_id')}`,
      [[/SUMMARY:[^\r]*/, 'SUMMARY:Ring them']],
    ],
    ['one time of a task', `task-${weekly.task_id}`, [[/RRULE:[^\r]*/, 'RECURRENCE-ID;VALUE=DATE:20260320']]],
    ['a task that no longer comes again', `task-${weekly.task_id}`, [[/RRULE:[^\r]*\r\n/, '']]],
    ['what stands around a note', `conversation-${call.interaction_id}`, [[/Next step: [^\r]*/, 'Nothing']]],
  ];
  test.each(kept)('leaves what no field can take over, and says so: %s', async (_, uid, changes) => {
    const { rows, writes } = await planned(eventOf(made, uid, ...changes), workspace);
    expect(rows).toMatchObject([{ action: 'alone', told: [{ code: 'kept' }] }]);
    expect(writes).toEqual([]);
  });

  test('older than what stands leaves that, unless the person wants what it says', async () => {
    const later = { ...contactDue, updated_at: '2026-03-10T12:00:00.000Z', next_follow_up: '2026-05-01' } as AnyRecord;
    const standing = standingWith({ contacts: [later] });
    const text = eventOf({}, `follow-up-${later.contact_id}`);
    const { rows, writes } = await planned(text, standing);
    expect(rows).toMatchObject([{ action: 'alone', told: [{ code: 'older' }], differences: [{ chosen: 'mine' }] }]);
    expect(writes).toEqual([]);
    const [{ key = '' } = {}] = rows;
    const wanted = { ...NO_CHOICES, rows: { [key]: { fields: { next_follow_up: 'theirs' as const } } } };
    const asked = await planned(text, standing, 'UTC', wanted);
    expect(asked.writes.map(({ record }) => record)).toEqual([{ next_follow_up: contactDue?.next_follow_up }]);
  });

  test('comes into another workspace as ever, what comes again as one task', async () => {
    const nothing = { contacts: [], applications: [], interactions: [], tasks: [] };
    const task = await planned(eventOf(made, `task-${weekly.task_id}`), nothing);
    expect(task.writes.map(({ record }) => record)).toMatchObject([{ title: 'Look for postings', repeat: 'weekly' }]);
    const due = await planned(eventOf({}, `follow-up-${idOf(contactDue, 'contact_id')}`), nothing);
    expect(due.writes.map(({ type }) => type)).toContain('tasks');
  });
});

describe('a card that an address book changed', () => {
  const ada = madeRecord(contact, 7, {
    name: 'Ada Lee',
    email: 'ada@acme.example',
    notes: 'Met at a fair',
    tags: ['fair'],
  });
  const standing = standingWith({ contacts: [ada] });
  const changes: [string, string, string, object][] = [
    ['the name', 'N:Lee;Ada;;;\r\nFN:Ada Lee', 'N:Moss;Ada;;;\r\nFN:Ada Moss', { name: 'Ada Moss' }],
    ['the e-mail', 'ada@acme.example', 'ada@moss.example', { email: 'ada@moss.example' }],
    ['the notes', 'NOTE:Met at a fair', 'NOTE:Met at the fair', { notes: 'Met at the fair' }],
  ];
  test.each(changes)('changes just that: %s', async (_, from, to, record) => {
    const { writes } = await planned(writeVcards([ada]).replace(from, to), standing);
    expect(writes.map(({ id, record }) => [id, record])).toEqual([[ada.contact_id, record]]);
  });
});

describe('a table that a spreadsheet changed', () => {
  test.each([
    ['contacts', 'name', 'Ada Moss'],
    ['contacts', 'email', 'new@moss.example'],
    ['applications', 'position', 'Head of Data'],
    ['interactions', 'subject', 'Another subject'],
    ['tasks', 'title', '=1+1'],
  ])('changes just that: %s, %s', async (type, field, value) => {
    const [first, ...others] = records.get(type) ?? [];
    const noun = nounOf(NOUNS, type);
    const text = [...tableOf(noun, [{ ...first, [field]: value } as AnyRecord, ...others])].join('');
    const { writes } = await planned(text);
    expect(writes.map(({ id, record }) => [id, record])).toEqual([[idOf(first, noun.idField), { [field]: value }]]);
  });
});
