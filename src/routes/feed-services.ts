import type { Services } from '../http/route.ts';
import type { Feeds } from '../store/feeds.ts';

/** What the routes of calendars may use besides. */
export interface FeedServices extends Services {
  readonly feeds: Feeds;
}
