import type { JsonObject } from '../../domain/json.ts';
import type { Item } from '../import/found.ts';
import type { CalendarContext } from './calendar-context.ts';
import type { Component } from './components.ts';
import { withoutMarkup } from './markup.ts';
import { momentsIn } from './moment.ts';
import { ownOf } from './own-entry.ts';
import { participantsOf } from './people.ts';
import { repeatOf } from './repeat-of.ts';
import { sourceId } from './source-id.ts';
import { readSummary } from './summary.ts';
import { taskKindOf } from './task-kind.ts';
import { textNamed } from './texts.ts';

/** The task of a VTODO; one that was called off is left out. */
export function itemsOfTodo(todo: Component, context: CalendarContext): Item[] {
  const { file, zones } = context;
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
  const { person, job } = readSummary(title, context.own);
  const { others } = participantsOf(properties, context.own);
  const people = others.length > 0 ? others : person ? [person] : [];
  const remarks = remarksOf(properties, rule, repeat, due && zones.written(due));
  const own = ownOf(todo, { at: due ? zones.written(due) : null, minutes: null, zones });
  return [
    {
      found: {
        type: 'tasks',
        where,
        fields,
        ...(people.length > 0 && { people }),
        ...(job && { job }),
        ...(remarks.length > 0 && { remarks }),
        ...(own && { own }),
      },
    },
  ];
}

function notesIn(properties: Component['properties'], title: string): JsonObject {
  const notes = withoutMarkup(textNamed(properties, 'DESCRIPTION'));
  return notes === '' || notes === title ? {} : { notes };
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
