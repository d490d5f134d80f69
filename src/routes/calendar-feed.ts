import { type Call, endpoint, type Route } from '../http/route.ts';
import type { FeedServices } from './feed-services.ts';

/** Whether there is an address under which the calendar can be read; the address itself is told to nobody again. */
export const calendarFeed: Route<FeedServices> = {
  name: 'calendar-feed',
  access: 'read',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/calendar-feed',
      summary: 'Tell since when there is a calendar to subscribe to',
      answers: {
        200: {
          description: 'When its address was made; null where there is none.',
          schema: {
            type: 'object',
            properties: { made_at: { type: ['string', 'null'], format: 'date-time' } },
            required: ['made_at'],
          },
        },
      },
      handle: async ({ feeds, workspace }: Call<unknown, FeedServices>) => ({
        status: 200,
        body: { made_at: await feeds.madeAt(workspace) },
      }),
    }),
  ],
};
