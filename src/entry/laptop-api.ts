import { v7 } from 'uuid';
import { localDate } from '../domain/dates.ts';
import { NOUNS } from '../domain/nouns.ts';
import type { AppOptions } from '../http/app.ts';
import type { Caller } from '../http/route.ts';
import { routes } from '../routes/all.ts';
import type { FeedServices } from '../routes/feed-services.ts';
import type { Feeds } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';

/** The one person of a laptop. */
export const WORKSPACE = 'laptop';

const PERSON: Caller = { workspace: WORKSPACE, isGuest: false, login: null };

/** The API of a laptop's store, for its one person. */
export function apiOf(store: Store, feeds: Feeds): Pick<AppOptions<FeedServices>, 'routes' | 'services' | 'callerOf'> {
  const now = () => new Date();
  const services = { store, feeds, nouns: NOUNS, now, today: () => localDate(now()), site: '/', newId: () => v7() };
  return { routes, services, callerOf: () => PERSON };
}
