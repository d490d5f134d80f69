import type { JsonObject } from '../../domain/json.ts';
import type { Item, PersonNamed, Remark, Where } from '../import/found.ts';
import type { CalendarContext } from './calendar-context.ts';
import type { Component } from './components.ts';
import { withoutMarkup } from './markup.ts';
import { type Moment, minutesOf, momentsIn } from './moment.ts';
import { keyOf, type Occurrence, occurrencesOf } from './occurrences.ts';
import { ownOf } from './own-entry.ts';
import { participantsOf } from './people.ts';
import { channelOf } from './place.ts';
import { sourceId } from './source-id.ts';
import { readSummary, type SummaryRead } from './summary.ts';
import { taskKindOf } from './task-kind.ts';
import { textNamed } from './texts.ts';
import type { Zones } from './zones.ts';

/** An interaction lasts no longer. */
const LONGEST = 10_080;

/** What an event says, whenever it takes place. */
interface EventRead {
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly channel: string | null;
  readonly minutes: number | null;
  readonly people: readonly PersonNamed[];
  readonly read: SummaryRead;
  readonly remarks: readonly Remark[];
  readonly own: ReturnType<typeof ownOf>;
}

/**
 * The conversations and tasks of an event: what is past was a conversation, what is today or ahead is a task, an interview
 * one to prepare for. Events that nobody else takes part in, that were called off or declined are left out.
 */
export function itemsOfEvent(event: Component, context: CalendarContext): Item[] {
  const { properties, line } = event;
  const where = { file: context.file, line };
  const summary = textNamed(properties, 'SUMMARY');
  const leftOut = (why: string): Item[] => [{ leftOut: { where, what: `“${summary || 'An event'}” ${why}` } }];
  const [start] = properties.filter(({ name }) => name === 'DTSTART').flatMap(momentsIn);
  if (!start) {
    const why = 'This event does not say when it begins (DTSTART): add it, or leave the event out.';
    return [{ bad: { where, why, excerpt: summary.slice(0, 200).toWellFormed() } }];
  }
  if (textNamed(properties, 'STATUS').toUpperCase() === 'CANCELLED') return leftOut('was called off');
  const { others, declined } = participantsOf(properties, context.own);
  if (declined) return leftOut('was declined');
  const read = readSummary(summary, context.own);
  const people = others.length > 0 ? others : read.person ? [read.person] : [];
  const content = { ...contentOf(event, start, context.zones), people, read };
  if (people.length === 0 && !read.isOfJob && !content.own) return leftOut('has nobody else in it');
  const { all, shortened } = timesOf(event, start, content, context);
  return [
    ...all.map((time) => ({ found: foundAt(event, content, time, where, context) })),
    ...(shortened ? leftOut(shortened) : []),
  ];
}

function timesOf(event: Component, start: Moment, { own }: Pick<EventRead, 'own'>, context: CalendarContext) {
  const { today, zones, moved } = context;
  const [changed] = event.properties.filter(({ name }) => name === 'RECURRENCE-ID').flatMap(momentsIn);
  if (changed) return { all: [{ start, key: keyOf(changed, zones) }], shortened: null };
  // A task of our own that comes again is one task.
  if (own) return { all: [{ start, key: '' }], shortened: null };
  const uid = textNamed(event.properties, 'UID');
  return occurrencesOf(event, start, { today, zones, moved: moved.get(uid) ?? new Set() });
}

function contentOf(event: Component, start: Moment, zones: Zones): Omit<EventRead, 'people' | 'read'> {
  const { properties } = event;
  const summary = textNamed(properties, 'SUMMARY');
  const location = textNamed(properties, 'LOCATION');
  const description = withoutMarkup(textNamed(properties, 'DESCRIPTION'));
  const link = LINKS.map((name) => textNamed(properties, name)).find((text) => text !== '') ?? '';
  const remarks = [
    { label: 'Location', value: location },
    { label: 'Link', value: description.includes(link) ? '' : link },
  ].filter(({ value }) => value !== '');
  const channel = channelOf({ summary, location, description, links: link });
  const minutes = durationOf(properties, start, zones);
  const own = ownOf(event, { at: zones.written(start), minutes, zones });
  return { summary, location, description, channel, minutes, remarks, own };
}

const LINKS = ['X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL', 'CONFERENCE', 'URL'];

function durationOf(properties: Component['properties'], start: Moment, zones: Zones): number | null {
  if (start.time === '') return null;
  const [end] = properties.filter(({ name }) => name === 'DTEND').flatMap(momentsIn);
  const minutes = end
    ? Math.round((zones.instantOf(end) - zones.instantOf(start)) / 60_000)
    : minutesOf(textNamed(properties, 'DURATION'));
  return minutes !== null && minutes > 0 && minutes <= LONGEST ? minutes : null;
}

function foundAt(event: Component, content: EventRead, time: Occurrence, where: Where, context: CalendarContext) {
  const at = context.zones.written(time.start);
  const source_id = sourceId(event, time.key);
  const { people, remarks, read, own } = content;
  const type = ownType(content) ?? (at.slice(0, 10) < context.today ? 'interactions' : 'tasks');
  const common = {
    where,
    ...(people.length > 0 && { people }),
    ...(read.job && { job: read.job }),
    ...(remarks.length > 0 && { remarks }),
    ...(own && { own }),
  };
  const fields = type === 'interactions' ? interactionFields(content, at) : taskFields(content, at);
  return { type, ...common, fields: { ...fields, source_id } };
}

/** What an event of Touchbase itself was, whenever it is; null for those of others. */
function ownType({ own }: EventRead): 'interactions' | 'tasks' | null {
  return own && (own.entry.part === 'conversation' ? 'interactions' : 'tasks');
}

function interactionFields({ summary, description, channel, minutes, read }: EventRead, at: string): JsonObject {
  const kind = read.kind ?? (channel === 'phone' || channel === 'video' ? 'call' : null);
  return {
    occurred_at: at,
    ...(summary && { subject: summary }),
    ...(description && { body: description }),
    ...(kind && { kind }),
    ...(channel && { channel }),
    ...(minutes && { duration: minutes }),
  };
}

/** A task has a day alone, so its title has the time. */
function taskFields({ summary, description, read, own }: EventRead, at: string): JsonObject {
  const [date = '', time = ''] = at.split('T');
  const title = summary || 'Event';
  return {
    title: time ? `${time.slice(0, 5)} ${title}` : title,
    due_on: date,
    kind: read.isInterview ? 'prep' : taskKindOf(title),
    ...(own?.entry.repeat && { repeat: own.entry.repeat }),
    ...(description && { notes: description }),
  };
}
