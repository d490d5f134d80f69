import type { JsonObject } from '../../domain/json.ts';
import type { Item } from '../import/found.ts';
import type { CalendarContext } from './calendar-context.ts';
import type { Component } from './components.ts';
import { momentsIn } from './moment.ts';
import { participantsOf } from './people.ts';
import { type Rule, ruleOf } from './rule.ts';
import { sourceId } from './source-id.ts';
import { readSummary } from './summary.ts';
import { taskKindOf } from './task-kind.ts';
import { textNamed, withoutMarkup } from './texts.ts';

const WEEKDAYS = [0, 1, 2, 3, 4];

/** The task of a VTODO; one that was called off is left out. */
export function itemsOfTodo(todo: Component, { file, zones, own }: CalendarContext): Item[] {
  const { properties, line } = todo;
  const where = { file, line };
  const title = textNamed(properties, 'SUMMARY') || textNamed(properties, 'DESCRIPTION').split('\n')[0] || '';
  const status = textNamed(properties, 'STATUS').toUpperCase();
  if (status === 'CANCELLED') return [{ leftOut: { where, what: `“${title || 'A task'}” was called off` } }];
  if (title === '') return [{ bad: { where, why: 'This task has no title (SUMMARY): give it one.', excerpt: '' } }];
  const at = (name: string) => properties.filter((property) => property.name === name).flatMap(momentsIn)[0];
  const due = at('DUE') ?? at('DTSTART');
  const done = at('COMPLETED') ?? (status === 'COMPLETED' ? (at('LAST-MODIFIED') ?? due ?? at('DTSTAMP')) : undefined);
  const rule = textNamed(properties, 'RRULE');
  const repeat = repeatOf(rule);
  const fields: JsonObject = {
    title,
    kind: taskKindOf(title),
    ...(due && { due_on: zones.written(due).slice(0, 10) }),
    ...(done && { done_at: zones.written(done) }),
    ...(repeat && { repeat }),
    ...notesIn(properties, title),
    source_id: sourceId(todo, ''),
  };
  const { person, job } = readSummary(title, own);
  const { others } = participantsOf(properties, own);
  const people = others.length > 0 ? others : person ? [person] : [];
  const remarks = remarksOf(properties, rule, repeat, due && zones.written(due));
  return [
    {
      found: {
        type: 'tasks',
        where,
        fields,
        ...(people.length > 0 && { people }),
        ...(job && { job }),
        ...(remarks.length > 0 && { remarks }),
      },
    },
  ];
}

function notesIn(properties: Component['properties'], title: string): JsonObject {
  const notes = withoutMarkup(textNamed(properties, 'DESCRIPTION'));
  return notes === '' || notes === title ? {} : { notes };
}

/** A rhythm of ours that says the same as a rule without its end; null where there is none. */
function repeatOf(value: string): string | null {
  const rule = ruleOf(value);
  if (!rule || rule.byMonth.length > 0 || rule.bySetPosition.length > 0) return null;
  const isEach = rule.byDay.every(({ place }) => place === 0);
  const isWeekdays =
    rule.byDay.length === 5 && WEEKDAYS.every((day) => rule.byDay.some(({ weekday }) => weekday === day));
  if (isWeekdays && isEach && rule.interval === 1 && /^(?:DAILY|WEEKLY)$/.test(rule.frequency)) return 'weekdays';
  const isPlain = rule.byMonthDay.length <= (rule.frequency === 'MONTHLY' ? 1 : 0) && isEach;
  return isPlain && rule.byDay.length <= (rule.frequency === 'WEEKLY' ? 1 : 0) ? plainRepeat(rule) : null;
}

function plainRepeat({ frequency, interval }: Rule): string | null {
  const rhythms: Readonly<Record<string, string>> = {
    'DAILY 1': 'daily',
    'DAILY 7': 'weekly',
    'WEEKLY 1': 'weekly',
    'DAILY 14': 'fortnightly',
    'WEEKLY 2': 'fortnightly',
    'MONTHLY 1': 'monthly',
  };
  return rhythms[`${frequency} ${interval}`] ?? null;
}

function remarksOf(properties: Component['properties'], rule: string, repeat: string | null, due: string | undefined) {
  const isExact = repeat !== null && !/COUNT|UNTIL/i.test(rule);
  return [
    { label: 'Time', value: due?.slice(11, 16) ?? '' },
    { label: 'Repeats', value: isExact ? '' : rule },
    { label: 'Location', value: textNamed(properties, 'LOCATION') },
    { label: 'Link', value: textNamed(properties, 'URL') },
    { label: 'Categories', value: textNamed(properties, 'CATEGORIES') },
  ].filter(({ value }) => value !== '');
}
