import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import * as v from 'valibot';
import type { Touchbase } from './touchbase.ts';

/** What differs between the homes that the app has: a laptop, or the cloud. */
export interface Home {
  /** As `fetch`, for paths of the API. */
  readonly request: typeof fetch;
  /** Where a person reads how programs talk to it. */
  readonly docs: string;
  /** Under what name this browser keeps the records of whoever is here. */
  readonly replica: string;
  /** Null where there is nobody to tell apart. */
  readonly account: AccountPlace | null;
}

/** What the app shows of accounts, where there are some. */
export interface AccountPlace {
  readonly Page: ComponentType;
  /** Whether nobody has signed in: what is here is kept for a while only. */
  readonly isGuest: ReadonlySignal<boolean>;
  /** Whether nothing can be sent before the person signs in again. */
  readonly isShut: ReadonlySignal<boolean>;
  /** Whether the page may be left although not all is saved: what waits is kept. */
  readonly isLeaving: () => boolean;
  /** Leaves for the login and comes back; what waits to be sent is kept meanwhile. */
  readonly signInAgain: () => void;
  /** Goes on with what was begun before, now that the app is there. */
  readonly moveIn: (touchbase: Touchbase) => void;
}

const configSchema = v.looseObject({
  home: v.picklist(['laptop', 'cloud']),
  replica: v.optional(v.string(), 'touchbase'),
});

export type HomeConfig = v.InferOutput<typeof configSchema>;

/** Where this app lives, as its site says. */
export async function readHomeConfig(request: typeof fetch): Promise<HomeConfig> {
  const response = await request('/config.json', { cache: 'no-cache' });
  return v.parse(configSchema, await response.json());
}
