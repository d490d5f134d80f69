import { signal } from '@preact/signals';
import type { SentDigest } from '../../domain/digest-times.ts';
import type { RemindersApi, RemindersOverview } from './reminders-api.ts';
import { CHANNELS, type Wishes } from './wishes.ts';

/** How a person is reached and what was sent, as far as the server told it. */
export class Reach {
  /** Null until it was told. */
  readonly overview = signal<RemindersOverview | null>(null);
  /** Why it is not known, or no longer as it stands; null while all goes well. */
  readonly trouble = signal<string | null>(null);
  readonly #api: Pick<RemindersApi, 'overview'>;
  #asked = 0;

  constructor(api: Pick<RemindersApi, 'overview'>) {
    this.#api = api;
  }

  /** Asks anew. What was known stays where there is no answer; of answers that overtake each other the last question's counts. */
  async load(): Promise<void> {
    const place = ++this.#asked;
    try {
      const overview = await this.#api.overview();
      if (place === this.#asked) this.take(overview);
    } catch (error) {
      if (place === this.#asked) this.trouble.value = reasonOf(error);
    }
  }

  take(overview: RemindersOverview): void {
    this.#asked++;
    this.overview.value = overview;
    this.trouble.value = null;
  }
}

/** The last digest that was sent, by whatever channel; null where none is known. */
export function lastDigest({ sent }: Pick<RemindersOverview, 'sent'>): SentDigest | null {
  const digests = sent.filter(({ what, state }) => what === 'digest' && state === 'sent');
  const [last] = digests.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return last ? { day: last.day, at: last.at } : null;
}

/** Whether what is wished comes by anything, as far as the server told of that. */
export function isReached({ by }: Wishes, overview: RemindersOverview | null): boolean {
  if (overview === null) return CHANNELS.some((channel) => by[channel]);
  const reaches = {
    email: overview.email !== null && overview.email_paused === null,
    desktop: true,
    push: overview.devices.length > 0,
  };
  return overview.channels.some((channel) => by[channel] && reaches[channel]);
}

/** What went wrong, in its own sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
