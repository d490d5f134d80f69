import { type Call, endpoint, type Route } from '../http/route.ts';
import type { ReachServices } from './reminder-services.ts';
import { REMINDERS, remindersBody } from './reminders-body.ts';

/** Has no more mail sent, and forgets the address. */
export const endReminderEmail: Route<ReachServices> = {
  name: 'reminders-email-end',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'DELETE',
      path: '/v1/reminders/email',
      summary: 'Have no reminders sent by e-mail',
      answers: { 200: { description: 'As it stands now.', schema: REMINDERS } },
      // Who has used up the day may still have it end.
      writes: () => 0,
      handle: async (call: Call<unknown, ReachServices>) => {
        await call.recipients.keepEmail(call.workspace, null);
        return { status: 200, body: await remindersBody(call, call.workspace) };
      },
    }),
  ],
};
