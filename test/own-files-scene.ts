import { v7 } from 'uuid';
import type { AnyRecord } from '../src/domain/noun.ts';
import { storyApplications, storyContacts, storyInteractions, storyTasks } from '../src/entry/story.ts';
import type { CalendarOptions } from '../src/interop/icalendar/write-calendar.ts';
import { type Choices, NO_CHOICES } from '../src/interop/import/choices.ts';
import { FORMATS } from '../src/interop/import/formats.ts';
import type { Item } from '../src/interop/import/found.ts';
import { idsBy, type Plan, type Standing } from '../src/interop/import/plan.ts';
import { planImport } from '../src/interop/import/plan-import.ts';
import { recognise } from '../src/interop/import/recognise.ts';
import { sourceOf } from '../src/interop/import/source.ts';

export const TODAY = '2026-03-10';

/** The demo's records as a server gives them. */
const plain = (records: readonly object[]) => records.map((record): AnyRecord => ({ ...(record as AnyRecord) }));
export const story = {
  contacts: plain(storyContacts(TODAY)),
  applications: plain(storyApplications(TODAY)),
  interactions: plain(storyInteractions(TODAY)),
  tasks: plain(storyTasks(TODAY)),
};
export const records = new Map<string, readonly AnyRecord[]>(Object.entries(story));
export const options: CalendarOptions = {
  name: 'Touchbase',
  today: TODAY,
  tasksAs: 'events',
  alarm: { before: 30, onDay: 540 },
  linkTo: (type, id) => `https://app.example/${type}/${id}`,
};

/** What bringing a file in would do, whatever kind of file it is. */
export async function planned(
  content: string | Uint8Array,
  standing: Standing = story,
  zone = 'UTC',
  choices: Choices = NO_CHOICES,
): Promise<Plan> {
  const source = sourceOf('mine', content);
  const format = await recognise(source, FORMATS);
  const items: Item[] = [];
  const reading = { today: TODAY, zone, own: { names: [], emails: [] }, mappings: {} };
  for await (const item of format.read(source, reading)) items.push(item);
  return planImport(items, standing, choices, { today: TODAY, idOf: idsBy(v7) });
}
