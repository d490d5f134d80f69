import * as v from 'valibot';
import { enPush } from '../words/en-push.ts';

/** A notification as it is shown. */
export interface Pushed {
  readonly title: string;
  readonly body: string;
  /** One of the same tag takes the place of the one before. */
  readonly tag: string;
  /** Where it leads: an address of this app. */
  readonly url: string;
}

const pushedSchema = v.object({
  title: v.pipe(v.string(), v.nonEmpty()),
  body: v.string(),
  tag: v.string(),
  url: v.string(),
});
const payloadSchema = v.pipe(v.string(), v.parseJson(), pushedSchema);

/**
 * What a push message shows. One that cannot be read shows that there is something: a browser that shows nothing takes the
 * right to be sent any (https://www.w3.org/TR/push-api/, userVisibleOnly).
 *
 * @param origin where the app is
 */
export function pushed(payload: string | undefined, origin: string): Pushed {
  const { success, output } = v.safeParse(payloadSchema, payload);
  if (success) return { ...output, url: placeIn(output.url, origin) };
  return { title: enPush.plainTitle, body: enPush.plainBody, tag: 'touchbase', url: placeIn('/today', origin) };
}

/** An address of this app; that of the day in the place of any other. */
export function placeIn(url: unknown, origin: string): string {
  const today = new URL('/today', origin);
  const asked = typeof url === 'string' && URL.canParse(url, origin) ? new URL(url, origin) : today;
  return (asked.origin === origin ? asked : today).href;
}

/** What the worker tells a page that is to go somewhere. */
const goingSchema = v.object({ goTo: v.string() });
export type Going = v.InferOutput<typeof goingSchema>;

/** Where a page is told to go, as an address of the app; undefined where it was told something else. */
export function askedPlace(message: unknown, origin: string): string | undefined {
  const { success, output } = v.safeParse(goingSchema, message);
  return success ? placeIn(output.goTo, origin) : undefined;
}
