import { dailyDigest } from '../../src/domain/daily-digest.ts';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import type { DigestRecords, Talk } from '../../src/domain/digest-records.ts';
import { nudgesDue } from '../../src/domain/nudges.ts';
import { scheduleOf } from '../../src/domain/reminder-schedule.ts';
import { storyApplications, storyContacts, storyInteractions, storyTasks } from '../../src/entry/story.ts';
import { digestMail } from '../../src/reminders/digest-mail.ts';
import type { Mail } from '../../src/reminders/mail.ts';
import { nudgeMail } from '../../src/reminders/nudge-mail.ts';
import { trialMail } from '../../src/reminders/trial-mail.ts';

/** A mail worth a look. */
export interface Scene {
  readonly name: string;
  readonly mail: Mail;
}

const TODAY: CalendarDate = '2026-11-26';
const NOW = `${TODAY}T07:00:00.000Z`;
const ZONE = 'Europe/Zurich';
const LINKS = {
  base: 'https://touchbase.example',
  unsubscribe: `https://api.touchbase.example/v1/unsubscribe/${'0123456789abcdef'.repeat(4)}.${'A1b2C3d4'.repeat(6)}`,
};

/** Names as people have them: long ones, ones that are read from the right, ones without spaces. */
const PEOPLE = [
  'Wolfeschlegelsteinhausenbergerdorff-Hohenzollern-Sigmaringen, Hubert Blaine Maximilian',
  'محمد عبد الرحمن الشمري',
  'שירה בן־דוד (גיוס)',
  '王小明',
  '佐藤 さくら',
  'Nguyễn Thị Phương-Ánh',
  'Ольга Преображенская',
];
const FIRMS = [
  'شركة الاتصالات السعودية (stc)',
  '株式会社東京ソフトウェア開発研究所',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH',
  'חברת הייטק בע״מ',
  'Ørsted & Søn A/S <Nordic>',
];
const JOBS = [
  'مهندس برمجيات أول',
  'シニアバックエンドエンジニア',
  'Principal Staff Software Engineer, Developer Experience, Build & Release Infrastructure (m/f/d), 80–100 %, Zürich',
  'מהנדסת תוכנה',
];

/** Every mail that people get, on days that are hard to lay out. */
export function scenes(): readonly Scene[] {
  const rich = onRichDay();
  return [
    { name: 'digest', mail: digestOf(rich) },
    { name: 'digest-names', mail: digestOf(withNames(rich)) },
    { name: 'digest-40-overdue', mail: digestOf(withOverdue(rich, 40)) },
    { name: 'digest-one', mail: digestOf(withOne(rich)) },
    { name: 'trial', mail: trialMail(TODAY, LINKS) },
    { name: 'nudge', mail: nudgeOf(rich) },
    { name: 'nudge-names', mail: nudgeOf(withNames(rich)) },
    { name: 'nudge-day-before', mail: nudgeOf(rich, 1440) },
  ];
}

/** The story's search with interviews today and tomorrow, and a question of ghosting that is new. */
function onRichDay(): DigestRecords {
  const talks = storyInteractions(TODAY);
  const jobs = storyApplications(TODAY).filter(({ stage }) => stage === 'interview');
  const likes = jobs.flatMap(
    ({ application_id }) => talks.filter((one) => one.application_id === application_id).at(-1) ?? [],
  );
  const [first, second = first] = likes;
  if (!first || !second) throw new Error('The story has interviews.');
  const whole = { direction: null, body: null, subject: null };
  const coming: readonly Talk[] = [
    {
      ...first,
      ...whole,
      ...at('talk-1', `${TODAY}T14:00:00+01:00`),
      kind: 'technical',
      duration: 60,
      channel: 'video',
    },
    {
      ...second,
      ...whole,
      ...at('talk-2', `${addDays(TODAY, 1)}T07:30:00+01:00`),
      kind: 'call',
      duration: 45,
      channel: 'phone',
    },
    { ...second, ...whole, ...at('talk-3', addDays(TODAY, 1)), kind: 'on_site', duration: null, channel: null },
  ];
  return {
    contacts: storyContacts(TODAY),
    applications: storyApplications(TODAY),
    interactions: [...talks, ...coming],
    tasks: storyTasks(TODAY),
    rules: [],
  };
}

function at(interaction_id: string, occurred_at: string) {
  return { interaction_id, occurred_at };
}

function withNames(all: DigestRecords): DigestRecords {
  const nth = (names: readonly string[], place: number) => names[place % names.length] ?? '';
  return {
    ...all,
    contacts: all.contacts.map((one, place) => ({ ...one, name: nth(PEOPLE, place), company: nth(FIRMS, place) })),
    applications: all.applications.map((one, place) => ({
      ...one,
      position: nth(JOBS, place),
      company: nth(FIRMS, place),
    })),
    interactions: all.interactions.map((one, place) => ({ ...one, body: one.body && nth(SAID, place) })),
    tasks: all.tasks.map((one, place) => ({ ...one, title: `${one.title} ${nth(PEOPLE, place)}` })),
  };
}

const SAID = [
  'شكراً على اهتمامك! سنعود إليك يوم الاثنين 30.11. مع التفاصيل.',
  'ご連絡ありがとうございます。来週の火曜日、14時から面接はいかがでしょうか。オンラインで行います。',
  'https://calendar.example/book/thisisaverylongaddresswithoutanyspaces/0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz',
  'תודה! נחזור אליך בשבוע הבא.',
];

function withOverdue(all: DigestRecords, count: number): DigestRecords {
  const [like] = all.tasks;
  if (!like) throw new Error('The story has tasks.');
  const tasks = Array.from({ length: count }, (_, place) => {
    const own = {
      task_id: `overdue-${place}`,
      title: `Send the ${place + 1}th letter`,
      due_on: addDays(TODAY, -1 - place),
    };
    return { ...like, ...own, contact_id: null, application_id: null, done_at: null, snoozed_until: null };
  });
  return { ...all, applications: [], contacts: [], interactions: [], tasks };
}

function withOne(all: DigestRecords): DigestRecords {
  return withOverdue(all, 1);
}

function digestOf(records: DigestRecords): Mail {
  const schedule = { ...scheduleOf(undefined), zone: ZONE };
  const digest = dailyDigest(records, schedule, NOW, '2026-10-01');
  if (!digest) throw new Error('Nothing is due.');
  return digestMail(digest, LINKS);
}

function nudgeOf(records: DigestRecords, minutes = 60): Mail {
  const schedule = { ...scheduleOf(undefined), zone: ZONE, nudgeBefore: minutes };
  const due = Date.parse(`${TODAY}T13:00:00.000Z`) - minutes * 60_000;
  const times = [due - 900_000, due].map((time) => new Date(time).toISOString());
  const [nudge] = nudgesDue(records, schedule, times[0] ?? NOW, times[1] ?? NOW);
  if (!nudge) throw new Error('There is an interview.');
  return nudgeMail(nudge, LINKS);
}
