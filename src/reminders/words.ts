import type { DigestSection } from '../domain/daily-digest.ts';
import { type CalendarDate, daysBetween } from '../domain/dates.ts';
import type { DigestLine } from '../domain/digest-lines.ts';
import { interaction } from '../domain/interaction.ts';
import type { LastSaid } from '../domain/last-said.ts';
import { weekday } from '../domain/working-days.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const counted = (count: number, one: string, other = `${one}s`) => `${count} ${count === 1 ? one : other}`;
const ago = (days: number) => (days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`);
const kindOf = (kind: LastSaid['kind']) => interaction.fields.kind.choices?.[kind ?? ''] ?? 'Conversation';

/** Friday, 20 March. Without Intl, so that it is the same everywhere: the server does not know a person's language. */
const dayWords = (date: CalendarDate) => {
  const [, month, day] = date.split('-').map(Number);
  return `${WEEKDAYS[weekday(date)]}, ${day} ${MONTHS[(month ?? 1) - 1]}`;
};

/** A day seen from another: today, tomorrow, Monday, or Monday, 30 March. */
const dayFrom = (date: CalendarDate, today: CalendarDate) => {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days > 1 && days < 7 ? `${WEEKDAYS[weekday(date)]}` : dayWords(date);
};

const FROM_THE_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A text in the direction of its own script, with nothing around it turned: in the isolates of Unicode, which need no HTML. */
const isolated = (text: string) => (FROM_THE_RIGHT.test(text) ? `\u2068${text}\u2069` : text);

const jobName = ({ position, company }: Named) =>
  position && company ? `${isolated(position)} at ${isolated(company)}` : (position ?? company ?? '');
type Named = Pick<DigestLine, 'position' | 'company'>;

const COUNTS: Readonly<Record<DigestSection, (count: number) => string>> = {
  interviews: (count) => counted(count, 'interview'),
  overdue: (count) => `${count} overdue`,
  today: (count) => `${count} due today`,
  silent: (count) => `${count} newly silent`,
};

/** Everything that reminders say, in English. */
export const words = {
  dayWords,
  dayFrom,
  isolated,
  jobName,
  kindOf,
  counts: COUNTS,
  sections: {
    interviews: 'Interviews',
    overdue: 'Overdue',
    today: 'Due today',
    silent: 'Newly silent',
  } satisfies Record<DigestSection, string>,
  more: (count: number) => `And ${count} more`,
  them: 'them',

  followUp: (name: string) => `Follow up with ${name}`,
  nextAction: 'Next action',
  apply: (position: string | null) => (position ? `Apply: ${position}` : 'Apply'),
  ghosted: (name: string) => `Did ${name} ghost you?`,
  meeting: (kind: LastSaid['kind'], who: string | null, company: string | null) => {
    return `${kindOf(kind)}${who ? ` with ${who}` : company ? ` at ${company}` : ''}`;
  },

  overdue: (days: number) => (days === 1 ? 'Due yesterday' : `${days} days overdue`),
  deadline: (days: number) => `Deadline ${ago(days)}`,
  silence: (days: number, usual: number) => `Said nothing for ${counted(days, 'day')}, often it takes ${usual}`,
  /** A text as a line begins. */
  begun: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  at: (day: string, time: string) => (time ? `${day} at ${time}` : day),
  duration: (minutes: number) => (minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute')),
  channel: (channel: string | null) => (channel ? interaction.fields.channel.choices?.[channel] : undefined),
  last: ({ by, kind }: LastSaid, days: number) => {
    if (by === 'them') return `They wrote ${ago(days)}`;
    if (by === 'both') return `${kindOf(kind)} ${ago(days)}`;
    return `You ${kind === 'call' ? 'called' : 'wrote'} ${ago(days)}`;
  },
  quoted: (text: string) => `“${text}”`,

  soon: (minutes: number) => (minutes < 90 ? `in ${words.duration(minutes)}` : null),
  digestTitle: (day: CalendarDate) => dayWords(day),
  trialWhy: (day: CalendarDate) =>
    `You asked for this to see that it comes. Nothing is due on ${dayWords(day)}, so on such a day nothing would be sent.`,
  openDay: 'Open the day in Touchbase',
  why: 'You get this because reminders by e-mail are on in your settings.',
  settings: 'Change when they come',
  unsubscribe: 'Unsubscribe',
  interviewOnly: 'Interview',
  noticeTitle: (count: number) => `${counted(count, 'thing')} for today`,
  trial: (title: string) => `Test: ${title}`,
  trialTitle: 'Test: reminders arrive here',
  trialBody: 'Nothing is due right now.',
  noticeBody: (time: string) => `At ${time}. Open Touchbase for the rest.`,
};
