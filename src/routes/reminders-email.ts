import { problemAnswer } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import type { EmailServices } from './reminder-services.ts';
import { REMINDERS, remindersBody } from './reminders-body.ts';

/** Has mail go to the address by which the person has signed in: nobody can have it sent to somebody else. */
export const keepReminderEmail: Route<EmailServices> = {
  name: 'reminders-email',
  access: 'write',
  caller: 'identity',
  needs: ['directory'],
  endpoints: () => [
    endpoint({
      method: 'PUT',
      path: '/v1/reminders/email',
      summary: 'Have reminders sent to your e-mail address',
      description:
        'To the one by which you have signed in; nothing is sent along. Where mail to it was paused it goes again. Whether reminders come by mail at all is said by the settings.',
      answers: {
        200: { description: 'As it stands now.', schema: REMINDERS },
        409: { description: 'You have not signed in, or not shown that mail to the address reaches you.' },
      },
      handle: keep,
    }),
  ],
};

async function keep(call: Call<unknown, EmailServices>): Promise<Answer> {
  const { directory, recipients, workspace, caller } = call;
  const person = caller.login && (await directory.personOf(caller.login));
  if (!person) return problemAnswer({ code: 'unreachable', detail: SIGN_IN });
  if (!person.isEmailVerified) return problemAnswer({ code: 'unreachable', detail: CONFIRM });
  await recipients.keepEmail(workspace, person.email);
  return { status: 200, body: await remindersBody(call, workspace) };
}

const SIGN_IN = 'Sign in first: reminders go to the address by which you have signed in.';
const CONFIRM = 'Confirm your e-mail address first: nobody has shown yet that mail to it reaches you.';
