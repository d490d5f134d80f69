import * as v from 'valibot';
import type { Instant } from '../domain/dates.ts';

/** What a desktop is to show. */
const DesktopNotice = v.object({
  title: v.string(),
  body: v.string(),
  /** Where it leads, an absolute address. */
  url: v.string(),
  /** One of the same tag takes the place of the one before. */
  tag: v.string(),
});
export type DesktopNotice = Readonly<v.InferOutput<typeof DesktopNotice>>;

/**
 * What waits until a desktop takes it: each once, and only while it is of use. Every method rejects with `StoreBusy` when the
 * store cannot answer for now.
 */
export interface Notices {
  /** @param until when it is of no use any more: from then on nobody gets it */
  put(workspace: string, notice: DesktopNotice, until: Instant): Promise<void>;

  /** Those that wait, the oldest first. Who takes them has them: they are forgotten. */
  take(workspace: string, now: Instant): Promise<readonly DesktopNotice[]>;
}

/** @param value a notice as it was kept, perhaps among other things */
export function readNotice(value: unknown): DesktopNotice {
  return v.parse(DesktopNotice, value);
}
