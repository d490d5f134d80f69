import { counted, listed } from './count.ts';

/** A number with its noun in the right form. */
export const of = (one: string, other: string) => (count: number) => counted('en', count, { one, other });
const nouns: Readonly<Record<string, (count: number) => string>> = {
  contacts: of('contact', 'contacts'),
  applications: of('application', 'applications'),
  interactions: of('conversation', 'conversations'),
  tasks: of('task', 'tasks'),
  views: of('view', 'views'),
};
export const records = of('record', 'records');

/** How many there are of each noun, one after the other; those of which there are none are passed over. */
export const counts = (all: Readonly<Record<string, number>>) =>
  listed(
    'en',
    Object.entries(all).flatMap(([type, count]) => (count > 0 ? (nouns[type]?.(count) ?? []) : [])),
  );
