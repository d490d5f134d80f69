import { type Call, endpoint, type Route } from '../http/route.ts';
import type { FeedServices } from './feed-services.ts';

/** A secret address under which a calendar program reads what lies ahead. */
export const makeCalendarFeed: Route<FeedServices> = {
  name: 'calendar-feed-make',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'POST',
      path: '/v1/calendar-feed',
      summary: 'Make an address to subscribe to',
      description:
        'Whoever has the address can read the calendar, and nothing else. It is told this once, and the one before is not valid any more.',
      answers: {
        201: {
          description: 'The address of the calendar (iCalendar, RFC 5545).',
          schema: {
            type: 'object',
            properties: { url: { type: 'string', format: 'uri' } },
            required: ['url'],
          },
        },
      },
      handle: async ({ feeds, workspace, target }: Call<unknown, FeedServices>) => {
        const token = await feeds.make(workspace);
        return { status: 201, body: { url: `${target.origin}/v1/calendar/${token}.ics` } };
      },
    }),
  ],
};
