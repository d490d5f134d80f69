import { beginning, linesOf } from '../content-line/byte-lines.ts';
import type { Property } from '../content-line/property.ts';
import { textOf } from '../content-line/text-of-bytes.ts';
import { bounded } from '../import/bounded.ts';
import type { Format, Reading } from '../import/format.ts';
import type { Item } from '../import/found.ts';
import type { Source } from '../import/source.ts';
import { type CalendarContext, contextOf } from './calendar-context.ts';
import { type Component, ComponentReader, type Part } from './components.ts';
import { itemsOfEvent } from './event.ts';
import { textNamed } from './texts.ts';
import { itemsOfTodo } from './todo.ts';

/** Events and tasks as calendars write them: iCalendar (RFC 5545), and vCalendar 1.0, its forerunner. */
export const icalendar: Format = {
  id: 'icalendar',
  name: 'iCalendar',
  recognises: (head) => /^BEGIN\s*:\s*VCALENDAR/i.test(beginning(head)),
  read: (source, reading) => bounded(readCalendar(source, reading), source.name),
};

async function* readCalendar(source: Source, reading: Reading): AsyncGenerator<Item> {
  const context = yield* lookOver(source, reading);
  let isCallingOff = false;
  for await (const { parts, read } of partsOf(source)) {
    for (const part of parts) {
      if ('ofCalendar' in part) isCallingOff = callsOff(part.ofCalendar) ?? isCallingOff;
      else yield* itemsOf(part, context, isCallingOff);
    }
    yield { read: Math.ceil((source.size + read) / 2) };
  }
}

/** Whether the events that follow are called off; null where a property of the calendar says nothing of that. */
function callsOff({ name, value }: Property): boolean | null {
  if (name === 'BEGIN') return false;
  return name === 'METHOD' ? /^\s*CANCEL/i.test(value) : null;
}

/** Reads the file once for what its events need to be read with: half of the work. */
async function* lookOver(source: Source, reading: Reading): AsyncGenerator<Item, CalendarContext> {
  const [zones, changed, names]: [Component[], Component[], string[]] = [[], [], []];
  for await (const { parts, read } of partsOf(source)) {
    for (const part of parts) {
      if ('ofCalendar' in part && part.ofCalendar.name === 'X-WR-CALNAME') {
        names.push(textNamed([part.ofCalendar], 'X-WR-CALNAME'));
      }
      if (!('component' in part)) continue;
      if (part.component.name === 'VTIMEZONE') zones.push(part.component);
      const identity = part.component.properties.filter(({ name }) => name === 'UID' || name === 'RECURRENCE-ID');
      if (identity.some(({ name }) => name === 'RECURRENCE-ID'))
        changed.push({ ...part.component, properties: identity, children: [] });
    }
    yield { read: Math.floor(read / 2) };
  }
  return contextOf(source.name, reading, zones, changed, names);
}

async function* partsOf(source: Source): AsyncGenerator<{ parts: Part[]; read: number }> {
  const reader = new ComponentReader();
  let all = 0;
  for await (const { lines, read } of linesOf(source)) {
    all = read;
    yield { parts: lines.flatMap((line) => reader.take(line)), read };
  }
  yield { parts: reader.end(), read: all };
}

function itemsOf(part: Part, context: CalendarContext, isCallingOff: boolean): Item[] {
  const { file } = context;
  if ('stray' in part) {
    const why =
      'This line is no property, such as SUMMARY:Interview. It was passed over; everything around it was read.';
    return [{ bad: { where: { file, line: part.stray.line }, why, excerpt: excerptOf(textOf(part.stray.bytes)) } }];
  }
  if ('ofCalendar' in part) return [];
  const { name, line, properties } = 'component' in part ? part.component : part.unfinished;
  const where = { file, line };
  const summary = textNamed(properties, 'SUMMARY');
  if ('unfinished' in part) {
    const why = `This ${WORDS[name] ?? 'part'} does not end: it has no END:${name} and may have been cut off. Export it again.`;
    return [{ bad: { where, why, excerpt: excerptOf(summary) } }];
  }
  if (isCallingOff && /^(?:VEVENT|VTODO)$/.test(name)) {
    return [{ leftOut: { where, what: `“${summary || 'An event'}” was called off` } }];
  }
  if (name === 'VEVENT') return itemsOfEvent(part.component, context);
  if (name === 'VTODO') return itemsOfTodo(part.component, context);
  return name === 'VJOURNAL'
    ? [{ leftOut: { where, what: `“${summary || 'A journal entry'}” is a journal entry` } }]
    : [];
}

const WORDS: Readonly<Record<string, string>> = { VEVENT: 'event', VTODO: 'task' };

/** A character outside the basic plane may be cut in two by the length. */
function excerptOf(text: string): string {
  return text.slice(0, 200).toWellFormed();
}
