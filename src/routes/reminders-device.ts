import * as v from 'valibot';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { MOST_DEVICES } from '../store/recipients.ts';
import type { ReachServices } from './reminder-services.ts';
import { sentFields, shortText } from './sent-fields.ts';

const MOST_NAME = 100;
const MOST_ENDPOINT = 1000;

/** A point of the curve P-256, not compressed: 65 bytes, of which the first is 4. */
const POINT = /^B[A-P][\w-]{85}$/;
/** 16 bytes. */
const SECRET = /^[\w-]{22}$/;

/** Has notifications sent to a browser that has subscribed to them. */
export const keepReminderDevice: Route<ReachServices> = {
  name: 'reminders-device',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'PUT',
      path: '/v1/reminders/devices/{id}',
      summary: 'Have notifications sent to this device',
      description: `Its subscription of the Push API, made with \`push_key\`. The last ${MOST_DEVICES} devices get notifications; one of the same id or endpoint is replaced.`,
      body: {
        mediaTypes: ['application/json'],
        schema: {
          type: 'object',
          properties: {
            name: { type: 'string', minLength: 1, maxLength: MOST_NAME },
            endpoint: { type: 'string', format: 'uri', maxLength: MOST_ENDPOINT, description: 'An https address.' },
            p256dh: {
              type: 'string',
              pattern: POINT.source,
              description: 'The public key: 65 bytes, base64url.',
              // That of RFC 8291, section 5.
              examples: ['BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'],
            },
            auth: {
              type: 'string',
              pattern: SECRET.source,
              description: 'The secret: 16 bytes, base64url.',
              examples: ['BTBZMqHH6r4Tts7J_aSIgg'],
            },
          },
          required: ['name', 'endpoint', 'p256dh', 'auth'],
          additionalProperties: false,
        },
      },
      answers: {
        204: { description: 'It gets notifications.' },
        400: { description: 'The id or the subscription is not valid.' },
      },
      handle: keep,
    }),
  ],
};

async function keep({ recipients, workspace, id, body, now }: Call<unknown, ReachServices>): Promise<Answer> {
  const sent = sentFields(SentDevice, body);
  await recipients.keepDevice(workspace, { device_id: id, made_at: now().toISOString(), ...sent });
  return { status: 204 };
}

const WRONG_ENDPOINT = `Send the https address of the subscription, of ${MOST_ENDPOINT} characters at most.`;
const WRONG_POINT = 'Send the key `p256dh` of the subscription: 65 bytes as base64url, without padding.';
const WRONG_SECRET = 'Send the key `auth` of the subscription: 16 bytes as base64url, without padding.';

const SentDevice = v.strictObject({
  name: shortText(MOST_NAME),
  endpoint: v.pipe(
    v.string(WRONG_ENDPOINT),
    v.maxLength(MOST_ENDPOINT, WRONG_ENDPOINT),
    v.check(isEndpoint, WRONG_ENDPOINT),
  ),
  p256dh: v.pipe(v.string(WRONG_POINT), v.regex(POINT, WRONG_POINT)),
  auth: v.pipe(v.string(WRONG_SECRET), v.regex(SECRET, WRONG_SECRET)),
});

/** Where messages may go in truth the sender judges, which knows what it could reach. */
function isEndpoint(text: string): boolean {
  const url = /^https:\/\/[\x21-\x7e]+$/.test(text) ? URL.parse(text) : null;
  return url !== null && url.username + url.password + url.hash === '';
}
