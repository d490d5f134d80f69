import { type Call, endpoint, type Route } from '../http/route.ts';
import type { ReachServices } from './reminder-services.ts';
import { REMINDERS, remindersBody } from './reminders-body.ts';

/** How a person is reached, and what was sent to them. When they want it is in the settings, a record like any. */
export const getReminders: Route<ReachServices> = {
  name: 'reminders',
  // Who asks first has the key for push messages made.
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/reminders',
      summary: 'Tell by what you are reminded, and what was sent',
      description: 'When and of what is said by the settings.',
      answers: { 200: { description: 'As it stands.', schema: REMINDERS } },
      writes: () => 0,
      handle: async (call: Call<unknown, ReachServices>) => ({
        status: 200,
        body: await remindersBody(call, call.workspace),
      }),
    }),
  ],
};
