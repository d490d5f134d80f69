import * as v from 'valibot';
import { problemAnswer } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import type { CloudServices } from './cloud-services.ts';
import { sentFields } from './sent-fields.ts';

/** Moves the records that a ticket stands for to the account that redeems it. */
export const redeemClaim: Route<CloudServices> = {
  name: 'claim-redeem',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'POST',
      path: '/v1/claims/redeem',
      summary: 'Take over the records of a ticket',
      description:
        'Each call moves some; call it until `more` is false. Any call may be repeated. A ticket must be shown within 15 minutes; then your account, and no other, may go on with it for 30 days.',
      body: {
        mediaTypes: ['application/json'],
        schema: {
          type: 'object',
          properties: { ticket: { type: 'string' } },
          required: ['ticket'],
          additionalProperties: false,
        },
      },
      answers: {
        200: {
          description: 'How many records this call moved, and whether there are more.',
          schema: {
            type: 'object',
            properties: { moved: { type: 'integer' }, more: { type: 'boolean' } },
            required: ['moved', 'more'],
          },
        },
        400: { description: 'The ticket is no text.' },
        404: { description: 'There is no such ticket, or it has expired.' },
        409: { description: 'Another account is taking these records over.' },
      },
      handle: redeem,
    }),
  ],
};

const SentTicket = v.strictObject({ ticket: v.string('Send the ticket as a text.') });

const REFUSED = {
  bad_claim: 'There is no such ticket, or it has expired. Begin the claim anew.',
  claimed: 'Another account is taking these records over.',
};

async function redeem({ workspaces, workspace, caller, body }: Call<unknown, CloudServices>): Promise<Answer> {
  const { ticket } = sentFields(SentTicket, body);
  const redemption = await workspaces.redeem(ticket, { workspace, login: caller.login });
  if ('refused' in redemption) return problemAnswer({ code: redemption.refused, detail: REFUSED[redemption.refused] });
  return { status: 200, body: redemption };
}
