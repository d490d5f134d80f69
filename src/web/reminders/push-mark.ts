import * as v from 'valibot';
import type { TextStorage } from '../storage.ts';

/** Under which this browser keeps that it takes notifications; it goes with all else when a person signs out. */
const KEY = 'touchbase.push';

const markSchema = v.object({
  /** Whose they are: the name of the replica. */
  replica: v.string(),
  /** Where the server was told to send them. */
  endpoint: v.string(),
});
const textSchema = v.pipe(v.string(), v.parseJson(), markSchema);

/** What the server was last told of this browser's subscription. */
export type PushMark = v.InferOutput<typeof markSchema>;

type MarkStorage = Pick<TextStorage, 'getItem' | 'setItem' | 'removeItem'>;

/** Null where this browser takes no notifications. */
export function readMark(storage: MarkStorage): PushMark | null {
  const { success, output } = v.safeParse(textSchema, storage.getItem(KEY));
  return success ? output : null;
}

export function keepMark(storage: MarkStorage, mark: PushMark | null): void {
  if (mark) storage.setItem(KEY, JSON.stringify(mark));
  else storage.removeItem(KEY);
}
