import { type Call, endpoint, type Route } from '../http/route.ts';
import type { FeedServices } from './feed-services.ts';

/** Ends the address of the calendar. */
export const revokeCalendarFeed: Route<FeedServices> = {
  name: 'calendar-feed-revoke',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'DELETE',
      path: '/v1/calendar-feed',
      summary: 'End the address to subscribe to',
      answers: { 204: { description: 'There is none any more.' } },
      handle: async ({ feeds, workspace }: Call<unknown, FeedServices>) => {
        await feeds.revoke(workspace);
        return { status: 204 };
      },
    }),
  ],
};
