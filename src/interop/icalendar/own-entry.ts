import { uuid } from '../../domain/id.ts';
import type { FoundType, Own, OwnEntry } from '../import/found.ts';
import type { Component } from './components.ts';
import { withoutMarkup } from './markup.ts';
import { momentsIn } from './moment.ts';
import { repeatOf } from './repeat-of.ts';
import { textNamed } from './texts.ts';
import type { Zones } from './zones.ts';

const UID = /^(conversation|follow-up|next-action|deadline|task)-([\w-]+)@touchbase$/;

const TYPES: Readonly<Record<OwnEntry['part'], FoundType>> = {
  conversation: 'interactions',
  'follow-up': 'contacts',
  'next-action': 'applications',
  deadline: 'applications',
  task: 'tasks',
};

/** The record that an event or a to-do was written from, and what it says of it; null for those of other programs. */
export function ownOf(
  { name, properties }: Component,
  { at, minutes, zones }: { readonly at: string | null; readonly minutes: number | null; readonly zones: Zones },
): (Own & { readonly entry: OwnEntry }) | null {
  const [, made, said] = UID.exec(textNamed(properties, 'UID')) ?? [];
  const part = PARTS.find((one) => one === made);
  const id = uuid(said);
  if (!part || !id) return null;
  const written = (property: string) => {
    const [moment] = properties.filter((one) => one.name === property).flatMap(momentsIn);
    return moment ? zones.written(moment) : null;
  };
  const rule = textNamed(properties, 'RRULE');
  const entry: OwnEntry = {
    part,
    isTodo: name === 'VTODO',
    summary: textNamed(properties, 'SUMMARY'),
    description: withoutMarkup(textNamed(properties, 'DESCRIPTION')),
    at,
    minutes,
    rule,
    repeat: repeatOf(rule),
    done: written('COMPLETED'),
    isOneTime: written('RECURRENCE-ID') !== null,
  };
  return { type: TYPES[part], id, at: written('LAST-MODIFIED'), entry };
}

const PARTS: readonly OwnEntry['part'][] = ['conversation', 'follow-up', 'next-action', 'deadline', 'task'];
