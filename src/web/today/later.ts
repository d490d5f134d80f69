import { onIdle } from '../sync/idle.ts';
import { onDemand } from '../ui/on-demand.tsx';
import type { Day } from './day.ts';

/** Where it could not be loaded, keys still do the same; to say so beside each thing would be noise. */
const nothing = () => null;

// What is not needed to see what the day holds: it loads after that.
export const Acts = onDemand(async () => (await import('./acts.tsx')).Acts, nothing);
export const NextOffer = onDemand(async () => (await import('./next-offer.tsx')).NextOffer, nothing);
export const AllDone = onDemand(async () => (await import('./all-done.tsx')).AllDone, nothing);
export const NothingHere = onDemand(async () => (await import('./nothing-here.tsx')).NothingHere);
export const Composer = onDemand(async () => (await import('./composer.tsx')).Composer);
export const SaveCalendar = onDemand(async () => (await import('../saving/save-calendar.tsx')).SaveCalendar, nothing);
export const TaskLine = onDemand(async () => (await import('./task-line.tsx')).TaskLine);

/** Loads it ahead of its use. */
export function prepareLater(day: Day): void {
  onIdle(() => day.prepare().catch(() => undefined));
  for (const { prepare } of [Acts, Composer, NextOffer, TaskLine, AllDone, NothingHere]) onIdle(prepare);
}
