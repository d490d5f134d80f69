import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACME, anyWorkspace, person, planned, pursuit, RECRUITER, said } from '../../test/job-search.ts';
import { agendaOf } from './agenda.ts';
import type { AgendaApplication, AgendaTask } from './agenda-item.ts';
import type { ApplicationFacts, InteractionFacts } from './conversations.ts';
import { dailyDigest, MOST_LINES } from './daily-digest.ts';
import type { DigestRecords, Talk } from './digest-records.ts';
import { type Schedule, scheduleOf } from './reminder-schedule.ts';
import { unplannedIn } from './unplanned.ts';

const UTC = scheduleOf(undefined);
/** A Friday, at the time of the digest. */
const NOW = '2026-03-20T08:00:00.000Z';

const job = (one: ApplicationFacts, others: Partial<AgendaApplication> = {}): AgendaApplication => {
  return { ...one, next_action: null, deadline: null, ...others };
};
const acme = (others: Partial<AgendaApplication> = {}) => job(pursuit([['2026-03-02', 'interview']]), others);
const task = (task_id: string, others: Partial<AgendaTask> = {}): AgendaTask => {
  return { ...planned('todo', '2026-03-01', { application_id: null }), task_id, title: 'Do it', ...others };
};
const talk = (one: InteractionFacts, others: Partial<Talk> = {}): Talk => {
  return { ...one, subject: null, body: null, duration: null, channel: null, updated_at: one.created_at, ...others };
};
const interview = (at: string, others: Partial<Talk> = {}) => talk(said(null, at, { kind: 'technical' }), others);

function records(some: Partial<DigestRecords> = {}): DigestRecords {
  return { applications: [], contacts: [], interactions: [], tasks: [], rules: [], ...some };
}

const digest = (some: Partial<DigestRecords>, schedule: Schedule = UTC, now = NOW) =>
  dailyDigest(records(some), schedule, now);

/** The key of each line after the name of its section. */
const told = (some: Partial<DigestRecords>, schedule: Schedule = UTC, now = NOW) =>
  digest(some, schedule, now)?.parts.flatMap(({ section, lines }) => lines.map(({ key }) => `${section} ${key}`)) ?? [];

const lineOf = (some: Partial<DigestRecords>) => digest(some)?.parts[0]?.lines[0];

describe('a digest', () => {
  test('of nothing that is due is none', () => {
    expect(digest({})).toBeUndefined();
    const later = [person('later', { next_follow_up: '2026-03-21' })];
    expect(digest({ contacts: later, tasks: [task('undated')], applications: [acme()] })).toBeUndefined();
  });

  test('is of the day that it is where the person is', () => {
    const contacts = [person(RECRUITER, { next_follow_up: '2026-03-21' })];
    expect(digest({ contacts }, UTC, '2026-03-20T19:00:00.000Z')).toBeUndefined();
    const kiritimati = { ...UTC, zone: 'Pacific/Kiritimati' };
    const there = digest({ contacts }, kiritimati, '2026-03-20T19:00:00.000Z');
    expect([there?.day, there?.parts[0]?.section]).toEqual(['2026-03-21', 'today']);
  });

  test('tells a line of whom and what it is about, and where the app shows it', () => {
    const contacts = [person(RECRUITER, { company: 'Hunters' })];
    const applications = [acme({ contact_ids: [{ contact_id: RECRUITER, role: null }] })];
    const tasks = [
      task('cv', { due_on: '2026-03-18' }),
      task('call', { due_on: '2026-03-19', contact_id: RECRUITER }),
      task('ask', { due_on: '2026-03-20', application_id: ACME }),
    ];
    const lines = digest({ contacts, applications, tasks })?.parts.flatMap(({ lines }) => lines);
    expect(lines?.map(({ who, company, position, target }) => ({ who, company, position, target }))).toEqual([
      { who: null, company: null, position: null, target: { place: 'today' } },
      { who: 'Rita', company: 'Hunters', position: null, target: { place: 'contacts', id: RECRUITER } },
      { who: 'Rita', company: 'Acme', position: 'Engineer', target: { place: 'applications', id: ACME } },
    ]);
    expect(lines?.map(({ task_id }) => task_id)).toEqual(['cv', 'call', 'ask']);
  });

  test('is bounded, and says how much more there is', () => {
    const many = Array.from({ length: MOST_LINES + 7 }, (_, place) => task(`t${place}`, { due_on: '2026-03-20' }));
    const all = digest({ tasks: many });
    expect([all?.parts[0]?.lines.length, all?.parts[0]?.more, all?.count]).toEqual([MOST_LINES, 7, MOST_LINES + 7]);
    const [line] =
      digest({ tasks: [task('long', { due_on: '2026-03-20', title: 'so long '.repeat(40) })] })?.parts ?? [];
    expect(JSON.stringify(line?.lines[0]?.matter).length).toBeLessThan(200);
  });

  test('neither names nor links who was deleted', () => {
    const contacts = [person(RECRUITER, { deleted_at: NOW })];
    const tasks = [task('call', { due_on: '2026-03-20', contact_id: RECRUITER })];
    expect(lineOf({ contacts, tasks })).toMatchObject({ who: null, target: { place: 'today' }, task_id: 'call' });
  });
});

describe('interviews', () => {
  const applications = [acme()];
  const at = (...times: readonly string[]) => ({ applications, interactions: times.map((time) => interview(time)) });

  test('of the next 24 hours are told, the first first; what began is not', () => {
    const times = ['2026-03-21T08:00:00Z', '2026-03-21T07:59:00Z', '2026-03-20T08:00:00Z', '2026-03-20T07:59:00Z'];
    expect(told(at(...times))).toEqual([
      'interviews interview:i-2026-03-20T08:00:00Z-null',
      'interviews interview:i-2026-03-21T07:59:00Z-null',
    ]);
  });

  test('of which only the day is known are told on the day before and on the day', () => {
    const day = at('2026-03-21');
    const on = (now: string) => told(day, UTC, now).length;
    expect(['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22'].map((one) => on(`${one}T08:00:00.000Z`))).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test('reach to the next digest, so that none lies between two: over a weekend, and where a day has 25 hours', () => {
    const weekdays = { ...UTC, weekdays: new Set([0, 1, 2, 3, 4]) };
    expect(told(at('2026-03-23T07:30:00Z'), weekdays)).toHaveLength(1);
    expect(told(at('2026-03-23T08:00:00Z'), weekdays)).toHaveLength(0);
    const zurich = { ...UTC, zone: 'Europe/Zurich' };
    expect(told(at('2026-10-25T06:30:00Z'), zurich, '2026-10-24T06:00:00.000Z')).toHaveLength(1);
  });

  test('without an offset are on the clocks of the person', () => {
    const tokyo = { ...UTC, zone: 'Asia/Tokyo' };
    const [part] = digest(at('2026-03-20T18:00'), tokyo, '2026-03-20T08:00:00.000Z')?.parts ?? [];
    expect(part?.lines[0]?.matter).toMatchObject({ starts: '2026-03-20T09:00:00.000Z', time: '18:00' });
    expect(told(at('2026-03-20T16:00'), tokyo, '2026-03-20T08:00:00.000Z')).toEqual([]);
    const [elsewhere] = digest(at('2026-03-20T23:30:00+01:00'), tokyo)?.parts ?? [];
    expect(elsewhere?.lines[0]).toMatchObject({ on: '2026-03-21', matter: { time: '07:30' } });
  });

  test('calls are told, messages are not', () => {
    const soon = (kind: Talk['kind']) => [talk(said('out', '2026-03-20T10:00:00Z', { kind }))];
    const counts = (['call', 'message', 'note', 'final', null] as const).map((kind) => {
      return told({ applications, interactions: soon(kind) }).length;
    });
    expect(counts).toEqual([1, 0, 0, 1, 0]);
  });

  test('without a person are with nobody: it is not guessed from who spoke last', () => {
    const contacts = [person()];
    const interactions = [
      talk(said('in', '2026-03-12T09:00:00Z', { contact_id: RECRUITER }), { body: 'Come and see us' }),
      interview('2026-03-20T10:00:00Z'),
    ];
    const line = lineOf({ contacts, applications, interactions });
    expect(line).toMatchObject({ who: null, company: 'Acme', last: { text: 'Come and see us' } });
  });

  test('that were called off are not told', () => {
    const one = [interview('2026-03-20T10:00:00Z')];
    const closed = job(pursuit([['2026-03-02', 'closed']]));
    expect(told({ applications, interactions: one })).toHaveLength(1);
    expect(told({ applications, interactions: [{ ...one[0], deleted_at: NOW } as Talk] })).toEqual([]);
    expect(told({ applications: [closed], interactions: one })).toEqual([]);
    expect(told({ applications: [acme({ deleted_at: NOW })], interactions: one })).toEqual([]);
    const alone = [{ ...one[0], application_id: null, contact_id: RECRUITER } as Talk];
    expect(told({ contacts: [person()], interactions: alone })).toHaveLength(1);
    expect(told({ contacts: [person(RECRUITER, { deleted_at: NOW })], interactions: alone })).toEqual([]);
  });
});

describe('what was said last', () => {
  const contacts = [person(RECRUITER, { next_follow_up: '2026-03-20' })];
  const applications = [acme({ next_action: 'Ask', next_action_on: '2026-03-20' })];
  const wrote = (at: string, body: string | null, others: Partial<Talk> = {}) =>
    talk(said('in', at, { application_id: null, contact_id: RECRUITER }), { body, ...others });

  test('is the last word with the person, whatever it was about; a note is none, nor what is still to come', () => {
    const interactions = [
      wrote('2026-03-10T09:00:00Z', 'The first'),
      wrote('2026-03-12T09:00:00Z', 'The last', { application_id: ACME }),
      wrote('2026-03-13T09:00:00Z', 'To myself', { kind: 'note' }),
      wrote('2026-03-20T09:00:00Z', 'An hour from now'),
      wrote('2026-03-20', 'Their interview today', { kind: 'final', direction: null }),
    ];
    expect(lineOf({ contacts, interactions })?.last).toMatchObject({ on: '2026-03-12', by: 'them', text: 'The last' });
  });

  test('is about the application where no person is named, and says who it was', () => {
    const interactions = [
      wrote('2026-03-12T09:00:00Z', 'Hello Bo,\n\n  we will\tdecide soon.', { application_id: ACME }),
    ];
    const line = digest({ contacts: [person()], applications, interactions })?.parts[0]?.lines[0];
    expect(line).toMatchObject({ who: 'Rita', last: { text: 'we will decide soon.' } });
  });

  test.each([
    ['Dear Bo,', 'Dear Bo,'],
    ['\n\n', 'About us'],
    [null, 'About us'],
    ['word '.repeat(60), `${'word '.repeat(27).trim()}…`],
    ['😀'.repeat(200), `${'😀'.repeat(139)}…`],
  ])('of %j in short: %j', (body, text) => {
    const interactions = [wrote('2026-03-12T09:00:00Z', body, { subject: 'About us' })];
    expect(lineOf({ contacts, interactions })?.last?.text).toBe(text);
  });
});

describe('newly silent', () => {
  const applied = (on: string) => [job(pursuit([[on, 'applied']]))];
  const asked = `silent ghosted:${ACME}`;

  test('is told on the first day on which it is asked whether they ghosted, and on no other', () => {
    const days = ['2026-04-01', '2026-04-02', '2026-04-03'];
    const on = days.map((day) => told({ applications: applied('2026-03-02') }, UTC, `${day}T08:00:00.000Z`));
    expect(on).toEqual([[], [asked], []]);
  });

  test('is told on the next day of a digest, or after one that was missed', () => {
    const mondays = { ...UTC, weekdays: new Set([0]) };
    const all = { applications: applied('2026-03-02') };
    expect(told(all, mondays, '2026-04-06T08:00:00.000Z')).toEqual([asked]);
    expect(told(all, mondays, '2026-04-13T08:00:00.000Z')).toEqual([]);
    const missed = (lastDay: string) => dailyDigest(records(all), UTC, '2026-04-05T08:00:00.000Z', lastDay)?.count;
    expect([missed('2026-04-01'), missed('2026-04-02')]).toEqual([1, undefined]);
  });
});

test('a digest says of overdue and today what the place of the day says, whatever is kept', () => {
  const isAgreed = fc.property(anyWorkspace, fc.nat(60), ({ today: _, ...workspace }, days) => {
    const now = new Date(Date.parse('2026-03-01T08:00:00.000Z') + days * 86_400_000).toISOString();
    const today = now.slice(0, 10);
    const all = {
      ...workspace,
      applications: workspace.applications.map((one) => job(one)),
      tasks: workspace.tasks.map((one, place) => task(`t${place}`, one)),
      interactions: workspace.interactions.map((one) => talk(one)),
    };
    const { items } = agendaOf({ ...all, today }, unplannedIn);
    const digest = dailyDigest(all, UTC, now);
    for (const section of ['overdue', 'today'] as const) {
      const part = digest?.parts.find((one) => one.section === section);
      const shown = items.filter((item) => item.section === section).map(({ key }) => key);
      expect(part?.lines.map(({ key }) => key) ?? []).toEqual(shown.slice(0, MOST_LINES));
      expect(part?.more ?? 0).toBe(Math.max(0, shown.length - MOST_LINES));
    }
    const asked = new Set(items.filter(({ what }) => what === 'ghosted').map(({ key }) => key));
    const silent = digest?.parts.find(({ section }) => section === 'silent')?.lines ?? [];
    expect(silent.filter(({ key }) => !asked.has(key))).toEqual([]);
    const reversed = { ...all, contacts: all.contacts.toReversed(), tasks: all.tasks.toReversed() };
    expect(dailyDigest({ ...reversed, interactions: all.interactions.toReversed() }, UTC, now)).toEqual(digest);
  });
  fc.assert(isAgreed, { numRuns: 200 });
});
