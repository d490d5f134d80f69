import { splitDateTime, utcMillis } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { escaped, unescaped } from '../content-line/escape.ts';
import type { FoundType, Own, OwnEntry } from '../import/found.ts';
import { calendarRecords } from './calendar-records.ts';
import { entriesOf, NEXT_ACTION } from './entries.ts';
import type { Entry } from './entry-lines.ts';
import { withoutMarkup } from './markup.ts';

/** What an event or a to-do of our own says otherwise than the record that it was written from. */
export interface Changed {
  /** By the fields of the record. */
  readonly values: JsonObject;
  /** What differs and cannot be carried over, in a person's words. */
  readonly kept: readonly string[];
}

type RecordAt = (type: FoundType, id: string) => AnyRecord | undefined;

/** Compares an entry with what would be written now: a title or a note that we put together ourselves is none of the record's. */
export function changedBy(entry: OwnEntry, { type, id }: Pick<Own, 'type' | 'id'>, recordAt: RecordAt): Changed {
  const record = recordAt(type, id);
  if (!record) return { values: {}, kept: [] };
  if (entry.isOneTime) return { values: {}, kept: ['one time of what comes again'] };
  const written = writtenFrom(entry, type, record, recordAt);
  const changes = [
    whenChanged(entry, record),
    written ? titleChanged(entry, record, written) : {},
    written ? textChanged(entry, written) : {},
    ...(entry.part === 'task' ? [rhythmChanged(entry, record), doneChanged(entry, record)] : []),
  ];
  return {
    values: Object.assign({}, ...changes.filter((one) => typeof one !== 'string')),
    kept: changes.filter((one) => typeof one === 'string'),
  };
}

/** Fields with their values; what cannot be carried over, as a person calls it. */
type Change = JsonObject | string;

/** As it would be written now; undefined where it would not be any more, as what is done. */
function writtenFrom(
  { part, isTodo }: OwnEntry,
  type: FoundType,
  record: AnyRecord,
  recordAt: RecordAt,
): Entry | undefined {
  const all = new Map<string, AnyRecord[]>([[type, [record]]]);
  for (const [named, id] of [
    ['contacts', record.contact_id],
    ['applications', record.application_id],
  ] as const) {
    const other = named === type ? undefined : recordAt(named, String(id));
    if (other) all.set(named, [other]);
  }
  const options = { name: '', today: '', alarm: { before: null, onDay: null } };
  return (isTodo ? (['todos'] as const) : (['events', 'todos'] as const))
    .flatMap((tasksAs) => entriesOf(calendarRecords(all), { ...options, tasksAs }))
    .find(({ uid }) => uid.startsWith(`${part}-`));
}

const DAYS: Readonly<Partial<Record<OwnEntry['part'], string>>> = {
  'follow-up': 'next_follow_up',
  'next-action': 'next_action_on',
  deadline: 'deadline',
};

function whenChanged({ part, at, minutes, isTodo }: OwnEntry, record: AnyRecord): JsonObject {
  if (at === null) return {};
  if (part === 'conversation') {
    const occurred_at = textOf(record.occurred_at);
    const isLonger = minutes !== null && minutes !== record.duration;
    return {
      ...(!isSameTime(occurred_at, at) && { occurred_at: like(occurred_at, at) }),
      ...(isLonger && { duration: minutes }),
    };
  }
  const field = DAYS[part] ?? (isTodo ? 'due_on' : shownDay(record));
  const day = splitDateTime(at).date;
  return record[field] === day ? {} : { [field]: day };
}

/** Of a task that rests, the event is on the day on which it comes back. */
function shownDay({ due_on, snoozed_until }: AnyRecord): 'due_on' | 'snoozed_until' {
  return textOf(snoozed_until) > textOf(due_on) ? 'snoozed_until' : 'due_on';
}

/** To the second, as calendars have it; a time without an offset is as the clock shows it. */
function isSameTime(mine: string, theirs: string): boolean {
  const [one, other] = [splitDateTime(mine), splitDateTime(theirs)];
  if (one.time === '' || other.time === '') return one.time === other.time && one.date === other.date;
  if (one.offset === '') return utcMillis(clockOf(mine)) === utcMillis(clockOf(theirs));
  return Math.floor(utcMillis(mine) / 1000) === Math.floor(utcMillis(theirs) / 1000);
}

/** A new time, with an offset only where the old one has one or is none. */
function like(mine: string, theirs: string): string {
  const { time, offset } = splitDateTime(mine);
  return time !== '' && offset === '' ? clockOf(theirs) : theirs;
}

/** The time on the clock to the second, without an offset. */
function clockOf(at: string): string {
  const { date, time } = splitDateTime(at);
  return `${date}T${time.replace(/\..*$/, '')}`;
}

function titleChanged({ part, summary }: OwnEntry, record: AnyRecord, written: Entry): Change {
  if (summary === '' || summary === asRead(written.summary)) return {};
  if (part === 'task') return { title: summary };
  if (part === 'next-action') return actionChanged(summary, record, written);
  if (part !== 'conversation') return 'the title';
  // Without a subject it is called after whom it is with, who may be called otherwise now.
  const isPutTogether = record.subject === null && /^ (?:with|about) /.test(summary.slice(written.category.length));
  return isPutTogether && summary.startsWith(written.category) ? {} : { subject: summary };
}

/** `Send the papers: Engineer at Acme` */
function actionChanged(summary: string, { next_action }: AnyRecord, written: Entry): Change {
  const job = written.summary.slice((textOf(next_action) || NEXT_ACTION).length);
  const action = summary.slice(0, -asRead(job).length).trim();
  return summary.endsWith(asRead(job)) && action !== '' ? { next_action: action } : 'the title';
}

function textChanged({ part, description }: OwnEntry, { text }: Entry): Change {
  const field = part === 'conversation' ? 'body' : 'notes';
  const [above, below] = [asRead(text.above), asRead(text.below)];
  const whole = asRead([text.above, text.own, text.below].filter(Boolean).join('\n\n'));
  if (description === '' || description === withoutMarkup(whole)) return {};
  const isWhole = description.startsWith(above) && description.endsWith(below);
  const said = description.slice(above.length, description.length - below.length).trim();
  return isWhole && said !== '' && DAYS[part] === undefined ? { [field]: said } : 'the notes';
}

function rhythmChanged({ rule, repeat }: OwnEntry, record: AnyRecord): Change {
  if (repeat === record.repeat && (repeat !== null || rule === '')) return {};
  return repeat === null ? 'how often it comes again' : { repeat };
}

function doneChanged({ isTodo, done }: OwnEntry, { done_at }: AnyRecord): Change {
  if (!isTodo || (done === null) === (done_at === null)) return {};
  return done === null ? 'that it is done' : { done_at: done };
}

/** A text as it comes back from a calendar. */
function asRead(text: string): string {
  return unescaped(escaped(text)).trim();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
