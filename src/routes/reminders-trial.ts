import * as v from 'valibot';
import { problemAnswer } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import type { ReminderServices } from './reminder-services.ts';
import { CHANNELS, SENT } from './reminders-body.ts';
import { sentFields } from './sent-fields.ts';

/** Sends one reminder at once, so that a person sees that it comes. */
export const tryReminder: Route<ReminderServices> = {
  name: 'reminders-trial',
  access: 'write',
  caller: 'identity',
  needs: ['mail'],
  endpoints: () => [
    endpoint({
      method: 'POST',
      path: '/v1/reminders/trial',
      summary: 'Send yourself a reminder now',
      description: 'What would come now, or that nothing is due, whatever the settings say.',
      body: {
        mediaTypes: ['application/json'],
        schema: {
          type: 'object',
          properties: { channel: { enum: CHANNELS } },
          required: ['channel'],
          additionalProperties: false,
        },
      },
      answers: {
        200: { description: 'What came of it.', schema: SENT },
        400: { description: 'The channel is none of those.' },
        409: { description: 'You cannot be reached by it yet.' },
      },
      handle: tryOnce,
    }),
  ],
};

const SentTrial = v.strictObject({ channel: v.picklist(CHANNELS, `Choose one of: ${CHANNELS.join(', ')}.`) });

async function tryOnce({ reminding, workspace, body }: Call<unknown, ReminderServices>): Promise<Answer> {
  const { channel } = sentFields(SentTrial, body);
  const came = await reminding.trial(workspace, channel);
  if ('lacks' in came) return problemAnswer({ code: 'unreachable', detail: came.lacks });
  return { status: 200, body: came };
}
