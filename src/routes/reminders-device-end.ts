import { type Call, endpoint, type Route } from '../http/route.ts';
import type { ReachServices } from './reminder-services.ts';

/** Has no more notifications sent to a device. */
export const endReminderDevice: Route<ReachServices> = {
  name: 'reminders-device-end',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'DELETE',
      path: '/v1/reminders/devices/{id}',
      summary: 'Have no notifications sent to a device',
      answers: { 204: { description: 'It gets none any more.' }, 400: { description: 'The id is not valid.' } },
      // Who has used up the day may still have it end.
      writes: () => 0,
      handle: async ({ recipients, workspace, id }: Call<unknown, ReachServices>) => {
        await recipients.dropDevice(workspace, id);
        return { status: 204 };
      },
    }),
  ],
};
