import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { madeRecord, numberedId } from '../../../test/made-record.ts';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import { printable } from '../content-line/escape.ts';
import type { Item } from '../import/found.ts';
import { sourceOf } from '../import/source.ts';
import { icalendar } from './format.ts';
import { type CalendarOptions, type CalendarRecords, writeCalendar } from './write-calendar.ts';

const options: CalendarOptions = {
  name: 'Touchbase, of me',
  today: '2026-03-02',
  tasksAs: 'events',
  alarm: { before: 30, onDay: 540 },
};

const nobody: CalendarRecords = { contacts: [], applications: [], interactions: [], tasks: [] };
const ada = madeRecord(contact, 1, {
  name: 'Ada Lee',
  email: 'ada@acme.example',
  company: 'Acme',
  next_follow_up: '2026-03-09',
  notes: 'Likes; tea, \\o/',
});
const job = madeRecord(application, 2, {
  position: 'Engineer',
  company: 'Acme',
  next_action: 'Send references',
  next_action_on: '2026-03-04',
  deadline: '2026-02-01',
});
const talk = (number: number, values: Readonly<Record<string, unknown>>) =>
  madeRecord(interaction, number, { contact_id: numberedId(1), application_id: numberedId(2), ...values });
const todo = (number: number, values: Readonly<Record<string, unknown>>) =>
  madeRecord(task, number, { title: 'Write', ...values });
const all: CalendarRecords = {
  contacts: [ada],
  applications: [job],
  interactions: [
    talk(10, { kind: 'technical', occurred_at: '2026-03-05T10:00:00+01:00', duration: 90 }),
    talk(11, { kind: 'call', occurred_at: '2026-02-05T10:00', subject: 'A word' }),
    talk(12, { kind: 'panel', occurred_at: '2026-03-06' }),
    talk(13, { kind: 'message', occurred_at: '2026-02-06' }),
  ],
  tasks: [
    todo(20, { due_on: '2026-03-03', repeat: 'weekdays', contact_id: numberedId(1) }),
    todo(21, { due_on: '2026-03-01', done_at: '2026-03-01T10:00:00+01:00' }),
    todo(22, { due_on: '2026-03-01', snoozed_until: '2026-03-08' }),
    todo(23, {}),
  ],
};

/** As another program reads it. */
function parsed(text: string): ICAL.Component[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return [...calendar.getAllSubcomponents('vevent'), ...calendar.getAllSubcomponents('vtodo')];
}

const value = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name) ?? '');

describe('what is written', () => {
  it('is read by another program as it is meant', () => {
    const lines = parsed(writeCalendar(all, options)).map((one) =>
      ['summary', 'dtstart', 'dtend', 'duration', 'rrule'].map((name) => value(one, name)).join(' | '),
    );
    expect(lines).toEqual([
      'Technical interview with Ada Lee, about Engineer at Acme | 2026-03-05T09:00:00Z |  | PT90M | ',
      'A word | 2026-02-05T10:00:00 |  |  | ',
      'Panel interview with Ada Lee, about Engineer at Acme | 2026-03-06 | 2026-03-07 |  | ',
      'Deadline: Engineer at Acme | 2026-02-01 | 2026-02-02 |  | ',
      'Follow up with Ada Lee (Acme) | 2026-03-09 | 2026-03-10 |  | ',
      'Send references: Engineer at Acme | 2026-03-04 | 2026-03-05 |  | ',
      'Write | 2026-03-03 | 2026-03-04 |  | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      'Write | 2026-03-08 | 2026-03-09 |  | ',
    ]);
  });

  it('has to-dos where they are asked for, done ones too', () => {
    const lines = parsed(writeCalendar({ ...nobody, tasks: all.tasks }, { ...options, tasksAs: 'todos' })).map((one) =>
      ['dtstart', 'due', 'status', 'completed', 'rrule'].map((name) => value(one, name)).join(' | '),
    );
    expect(lines).toEqual([
      '2026-03-03 | 2026-03-03 | NEEDS-ACTION |  | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
      ' | 2026-03-01 | COMPLETED | 2026-03-01T09:00:00Z | ',
      ' | 2026-03-01 | NEEDS-ACTION |  | ',
      ' |  | NEEDS-ACTION |  | ',
    ]);
  });

  it('reminds of what lies ahead, and of nothing where that is not wanted', () => {
    const alarms = (some: CalendarOptions) =>
      parsed(writeCalendar(all, some)).map((one) => {
        const [alarm] = one.getAllSubcomponents('valarm');
        return alarm ? value(alarm, 'trigger') : '';
      });
    expect(alarms(options).toSorted()).toEqual(['', '', '-PT30M', 'PT540M', 'PT540M', 'PT540M', 'PT540M', 'PT540M']);
    expect(alarms({ ...options, alarm: { before: null, onDay: null } }).join('')).toBe('');
  });

  it('tells a changed record by its version, and which it is by a UID that stays', () => {
    const [one] = parsed(
      writeCalendar({ ...nobody, contacts: [{ ...ada, version: 7, updated_at: '2026-03-02T10:11:12.131Z' }] }, options),
    );
    if (!one) throw new Error();
    expect(['uid', 'sequence', 'dtstamp'].map((name) => value(one, name))).toEqual([
      `follow-up-${numberedId(1)}@touchbase`,
      '7',
      '2026-03-02T10:11:12Z',
    ]);
  });

  it('leaves out what was deleted, and links to what there is', () => {
    const text = writeCalendar(
      { ...nobody, contacts: [ada, { ...ada, contact_id: numberedId(9), deleted_at: '2026-03-02T10:00:00.000Z' }] },
      { ...options, linkTo: (type, id) => `https://touchbase.example/${type}/${id}` },
    );
    expect(parsed(text).map((one) => value(one, 'url'))).toEqual([
      `https://touchbase.example/contacts/${numberedId(1)}`,
    ]);
  });

  it('is the same to the byte in whatever order the records come', () => {
    const turned = {
      contacts: [ada],
      applications: [job],
      interactions: all.interactions.toReversed(),
      tasks: all.tasks.toReversed(),
    };
    expect(writeCalendar(turned, options)).toBe(writeCalendar(all, options));
  });

  it('comes back as conversations and tasks', async () => {
    const items: Item[] = [];
    const reading = { today: options.today, zone: 'Europe/Zurich', own: { names: [], emails: [] }, mappings: {} };
    const text = writeCalendar(all, { ...options, tasksAs: 'todos' });
    for await (const item of icalendar.read(sourceOf('back.ics', text), reading)) items.push(item);
    const fields = items.flatMap((item) => ('found' in item ? [item.found.fields] : []));
    expect(fields).toContainEqual(
      expect.objectContaining({
        occurred_at: '2026-03-05T10:00:00+01:00',
        kind: 'technical',
        subject: 'Technical interview with Ada Lee, about Engineer at Acme',
      }),
    );
    expect(fields).toContainEqual(
      expect.objectContaining({ due_on: '2026-03-09', kind: 'follow_up', title: 'Follow up with Ada Lee (Acme)' }),
    );
    expect(fields).toContainEqual(
      expect.objectContaining({ due_on: '2026-02-01', title: 'Deadline: Engineer at Acme' }),
    );
    expect(fields).toContainEqual(
      expect.objectContaining({ title: 'Write', due_on: '2026-03-03', repeat: 'weekdays' }),
    );
    expect(fields).toContainEqual(expect.objectContaining({ title: 'Write', done_at: '2026-03-01T10:00:00+01:00' }));
    expect(items.filter((item) => 'bad' in item)).toEqual([]);
  });
});

const anyText = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          '\\',
          ',',
          ';',
          ':',
          '\n',
          '\r',
          '\t',
          '"',
          'n',
          '\u2028',
          '\ufeff',
          '\x7f',
          'é',
          '😀',
        ),
        maxLength,
      }),
    )
    .map((text) => text.slice(0, maxLength).toWellFormed().replaceAll('\0', ''))
    .filter((text) => text.trim() !== '');
const anyMoment = fc.constantFrom(
  '0001-01-01T00:00+14:00',
  '9999-12-31',
  '9999-12-31T23:59-12:00',
  '2026-03-29T02:30',
  '2026-03-05T10:00:00.123Z',
  '2026-03-05',
);

it('any text and any time is read by another program as it is written, in lines of 75 octets', () => {
  fc.assert(
    fc.property(anyText(300), anyText(300), anyMoment, (subject, body, occurred_at) => {
      const record = madeRecord(interaction, 1, {
        contact_id: numberedId(1),
        kind: 'call',
        subject,
        body,
        occurred_at,
      });
      const text = writeCalendar({ ...nobody, interactions: [record] }, options);
      const [one] = parsed(text);
      if (!one) throw new Error();
      expect(value(one, 'summary')).toBe(printable(subject));
      expect(value(one, 'description')).toBe(`Call\n\n${printable(body)}`);
      const lengths = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }),
    { numRuns: 400 },
  );
});
