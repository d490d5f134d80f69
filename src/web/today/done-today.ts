import type { Agenda } from '../../domain/agenda.ts';
import { type CalendarDate, localDate, splitDateTime } from '../../domain/dates.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import { instantOf } from '../instant.ts';
import type { Replica } from '../sync/replica.ts';
import type { Day } from './day.ts';

type Collections = Pick<Replica, 'collection'>;

/** How many things were done on a day. What was let go is a task that was done no later than it was made. */
export function countFinished(
  replica: Collections,
  { agenda, done }: { readonly agenda: { readonly value: Agenda }; readonly done: Day['done'] },
  today: CalendarDate,
): number {
  const tasks = replica.collection(task.type);
  tasks.revision.value;
  const finished = tasks.all().filter(({ done_at, created_at }) => {
    return typeof done_at === 'string' && done_at > created_at && isOn(done_at, today);
  });
  const standing = new Set(agenda.value.items.map(({ key }) => key));
  const others = [...done.value].filter(([key, day]) => day === today && !standing.has(key));
  return [...finished].length + others.length;
}

/** How many conversations were logged for a day. */
export function countTalked(replica: Collections, today: CalendarDate): number {
  const interactions = replica.collection(interaction.type);
  interactions.revision.value;
  const said = interactions.all().filter(({ occurred_at, kind }) => {
    return typeof occurred_at === 'string' && kind !== 'note' && isOn(occurred_at, today);
  });
  return [...said].length;
}

/** Whether a moment is on a day of the person's calendar. */
function isOn(text: string, day: CalendarDate): boolean {
  const { date, offset } = splitDateTime(text);
  return (offset === '' ? date : localDate(new Date(instantOf(text)))) === day;
}
