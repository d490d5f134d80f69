import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import { sourceOf } from '../import/source.ts';
import { icalendar } from './format.ts';

const own = { names: ['Me Myself'], emails: ['me@work.example'] };

async function read(content: Uint8Array | string, { zone = 'Europe/Zurich', piece = 1 << 20 } = {}): Promise<Item[]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const source = {
    ...sourceOf('me.ics', bytes),
    async *stream() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
  const items: Item[] = [];
  for await (const item of icalendar.read(source, { today: '2026-03-02', zone, own, mappings: {} })) {
    if (!('read' in item)) items.push(item);
  }
  return items;
}

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.ics`, import.meta.url));
const foundIn = (items: readonly Item[]) => items.flatMap((item) => ('found' in item ? [item.found] : []));
const fieldsIn = (items: readonly Item[]) => foundIn(items).map(({ fields }) => fields);
const badIn = (items: readonly Item[]) => items.flatMap((item) => ('bad' in item ? [item.bad] : []));
const leftOutIn = (items: readonly Item[]) => items.flatMap((item) => ('leftOut' in item ? [item.leftOut.what] : []));
const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const withAda = 'ATTENDEE;CN=Ada:mailto:ada@x.example';

describe('a calendar of each program', () => {
  it.each(['google', 'outlook', 'apple-reminders'])('%s', async (name) => {
    expect(await read(fixture(name))).toMatchSnapshot();
  });

  it.each(['google', 'outlook'])('%s reads the same in pieces of any size', async (name) => {
    const whole = await read(fixture(name));
    for (const piece of [1, 7, 100]) expect(await read(fixture(name), { piece })).toEqual(whole);
  });
});

describe('the time of an event', () => {
  it.each([
    ['in UTC', 'DTSTART:20260201T233000Z', '2026-02-02T00:30:00+01:00'],
    ['on the clock of nobody', 'DTSTART:20260201T233000', '2026-02-01T23:30:00+01:00'],
    ['of an IANA zone', 'DTSTART;TZID=Asia/Kolkata:20260201T120000', '2026-02-01T07:30:00+01:00'],
    ['of a Windows zone', 'DTSTART;TZID=Pacific Standard Time:20250701T090000', '2025-07-01T18:00:00+02:00'],
    [
      'of a zone with a prefix',
      'DTSTART;TZID=/citadel.org/20260101_1/Europe/London:20260201T120000',
      '2026-02-01T13:00:00+01:00',
    ],
    ['of a zone that nobody knows', 'DTSTART;TZID=Nowhere:20260201T120000', '2026-02-01T12:00:00+01:00'],
    ['that the clock skips', 'DTSTART;TZID=Europe/Zurich:20250330T023000', '2025-03-30T03:30:00+02:00'],
    ['that the clock shows twice', 'DTSTART;TZID=Europe/Zurich:20251026T023000', '2025-10-26T02:30:00+02:00'],
    ['all day', 'DTSTART;VALUE=DATE:20260201', '2026-02-01'],
  ])('%s', async (_, start, occurred_at) => {
    const items = await read(calendar(...event(start, 'SUMMARY:Talk', withAda)));
    expect(fieldsIn(items)).toEqual([expect.objectContaining({ occurred_at })]);
  });

  it('is of the day on which it is for the person', async () => {
    const late = calendar(...event('DTSTART:20260302T230000Z', 'SUMMARY:Late', withAda));
    expect(fieldsIn(await read(late, { zone: 'Asia/Tokyo' }))).toEqual([
      expect.objectContaining({ due_on: '2026-03-03', title: '08:00 Late' }),
    ]);
    expect(fieldsIn(await read(late, { zone: 'America/New_York' }))).toEqual([
      expect.objectContaining({ due_on: '2026-03-02', title: '18:00 Late' }),
    ]);
  });
});

describe('whom an event is with, and what about', () => {
  it.each([
    ['Interview with Ada Lee @ Acme', { people: [{ name: 'Ada Lee', company: 'Acme' }], job: { company: 'Acme' } }],
    ['Intro: Ada Lee <> Me Myself', { people: [{ name: 'Ada Lee' }] }],
    ['Phone screen at Globex Corp', { job: { company: 'Globex Corp' } }],
    ['Interview with Google', { job: { company: 'Google' } }],
    ['Kaffee mit Zoë van der Grün', { people: [{ name: 'Zoë van der Grün' }] }],
  ])('%s', async (summary, expected) => {
    const [found] = foundIn(await read(calendar(...event('DTSTART:20260201T100000Z', `SUMMARY:${summary}`))));
    expect({ people: found?.people, job: found?.job }).toEqual({ people: undefined, job: undefined, ...expected });
  });

  it.each([
    ['Recruiter call', '', 'recruiter_screen', 'phone'],
    ['Phone screen', '', 'recruiter_screen', 'phone'],
    ['System design', 'https://us02web.zoom.us/j/1', 'technical', 'video'],
    ['Behavioral interview', 'Main Street 1', 'behavioural', 'in_person'],
    ['Final round', '', 'final', undefined],
    ['Lunch', '', undefined, 'in_person'],
    ['Weekly sync', 'https://meet.google.com/x', 'call', 'video'],
  ])('%s (%s) is a %s, by %s', async (summary, location, kind, channel) => {
    const lines = event('DTSTART:20260201T100000Z', `SUMMARY:${summary}`, `LOCATION:${location}`, withAda);
    const [fields] = fieldsIn(await read(calendar(...lines)));
    expect([fields?.kind, fields?.channel]).toEqual([kind, channel]);
  });
});

describe('what repeats', () => {
  const repeating = (rule: string, ...more: string[]) =>
    calendar(...event('UID:r', 'DTSTART:20260105T090000Z', `RRULE:${rule}`, 'SUMMARY:Sync', withAda, ...more));

  it('is read up to today as conversations, and some weeks ahead as tasks', async () => {
    const fields = fieldsIn(await read(repeating('FREQ=WEEKLY')));
    expect(fields.filter(({ occurred_at }) => occurred_at)).toHaveLength(8);
    expect(fields.flatMap(({ due_on }) => due_on ?? [])).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-16',
      '2026-03-23',
      '2026-03-30',
    ]);
    expect(new Set(fields.map(({ source_id }) => source_id)).size).toBe(fields.length);
    expect(fields[0]?.source_id).toBe('r/2026-01-05T09:00:00Z');
  });

  it('ends after a bounded number of steps, whatever the rule', async () => {
    for (const rule of [
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=DAILY;COUNT=9;BYMONTHDAY=31;BYMONTH=2',
      'FREQ=SECONDLY',
      'FREQ=YEARLY;INTERVAL=9999',
    ]) {
      expect(fieldsIn(await read(repeating(rule))).length, rule).toBeLessThan(3);
    }
  });

  it('leaves out what was called off, by time or by day', async () => {
    const off = repeating('FREQ=WEEKLY;COUNT=4', 'EXDATE:20260112T090000Z', 'EXDATE;VALUE=DATE:20260119');
    expect(fieldsIn(await read(off)).map(({ occurred_at }) => occurred_at)).toEqual([
      '2026-01-05T10:00:00+01:00',
      '2026-01-26T10:00:00+01:00',
    ]);
  });
});

describe('what is wrong in a file', () => {
  it('is told with its line, and nothing else is lost', async () => {
    const text = calendar(
      'BEGIN:VEVENT',
      'SUMMARY:Cut off',
      ...event('DTSTART:20260201T100000Z', 'SUMMARY:Whole', 'no property', withAda),
      ...event('SUMMARY:Without a time', withAda),
      ...event('DTSTART:20261399', 'SUMMARY:No such day', withAda),
      'BEGIN:VTODO',
      'SUMMARY:Cut too',
    );
    const items = await read(text);
    expect(fieldsIn(items).map(({ subject }) => subject)).toEqual(['Whole']);
    expect(badIn(items).map(({ where, excerpt }) => `${where.line} ${excerpt}`)).toEqual([
      '3 Cut off',
      '8 no property',
      '11 Without a time',
      '15 No such day',
      '20 Cut too',
    ]);
  });

  it('tells how far it is, to the end', async () => {
    const [reading, source] = [
      { today: '2026-03-02', zone: 'UTC', own, mappings: {} },
      sourceOf('me.ics', fixture('google')),
    ];
    const told: number[] = [];
    for await (const item of icalendar.read(source, reading)) if ('read' in item) told.push(item.read);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.at(-1)).toBe(source.size);
  });

  it('a binary file is refused', async () => {
    await expect(read(Uint8Array.from([1, 2, 3, 0, 4]))).rejects.toThrow(Refused);
  });

  it('an event that is called off by the calendar is left out, one of the next calendar is not', async () => {
    const talk = event('DTSTART:20260201T100000Z', 'SUMMARY:Talk', withAda);
    const items = await read(calendar('METHOD:CANCEL', ...talk) + calendar(...talk));
    expect(leftOutIn(items)).toEqual(['“Talk” was called off']);
    expect(fieldsIn(items)).toHaveLength(1);
  });
});

describe('a hostile line of a megabyte takes no longer than any other', () => {
  const many = (text: string) => text.repeat(Math.ceil(1_000_000 / text.length));
  it.each([
    ['links', `DESCRIPTION:${many('<a ')}<b>`],
    ['tags', `DESCRIPTION:<p>${many('<a href="')}`],
    ['names', `SUMMARY:Interview with ${many('Ab ')}`],
    ['sides', `SUMMARY:${many('a / ')}`],
    ['companies', `SUMMARY:Call ${many('(A ')}`],
    ['spaces', `SUMMARY:A${many(' ')}B`],
    ['digits', `LOCATION:${many('1 ')}x`],
    ['days called off', `EXDATE:${many('20260101,')}`],
    ['parts of a rule', `RRULE:${many('FREQ=DAILY;')}`],
    ['weekdays', `RRULE:FREQ=YEARLY;BYDAY=${many('MO,')}`],
    ['zone', `EXDATE;TZID=${many('a/')}:20260101T000000`],
  ])('%s', async (_, line) => {
    const before = performance.now();
    const lines = event('DTSTART:20260201T100000Z', 'UID:1', line, 'SUMMARY:Talk', withAda);
    expect(foundIn(await read(calendar(...lines)))).not.toEqual([]);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});

const junk = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        'BEGIN:VEVENT',
        'END:VEVENT',
        'BEGIN:VALARM',
        'END:VALARM',
        'BEGIN:VTIMEZONE',
        'BEGIN:STANDARD',
        'BEGIN:X',
        ' folded',
        'END:VCALENDAR',
        'BEGIN:VCALENDAR',
      ),
      fc.constantFrom(
        'DTSTART:20260101',
        'DTSTART;TZID=X:20260101T000000',
        'RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2',
        'RRULE:FREQ=YEARLY;BYDAY=53SU;BYSETPOS=-3',
        'TZID:X',
        'SUMMARY:Interview with A',
        'RDATE:20260101/P1D',
        'EXDATE:;',
        'TZOFFSETTO:x',
        'ATTENDEE:x',
        withAda,
      ),
    ),
    { maxLength: 14 },
  )
  .map((lines) => lines.join('\n').replaceAll('\0', ''));

it('no lines around a well-formed event throw, hang or lose it', async () => {
  await fc.assert(
    fc.asyncProperty(junk, junk, fc.integer({ min: 1, max: 50 }), async (before, after, piece) => {
      const whole = event('UID:well', 'DTSTART:20260201T100000Z', 'SUMMARY:Well Formed', withAda).join('\r\n');
      const items = await read(`${before.replace(/METHOD/gi, '')}\r\n${whole}\r\n${after}`, { piece });
      expect(fieldsIn(items)).toContainEqual(expect.objectContaining({ subject: 'Well Formed', source_id: 'well' }));
    }),
    { numRuns: 400 },
  );
});
