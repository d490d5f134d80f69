import * as v from 'valibot';
import { Refusal } from '../http/problem.ts';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import type { CloudServices } from './cloud-services.ts';
import { sentFields } from './sent-fields.ts';

const PROOFS = ['identity', 'email', 'recovery_code'] as const;

/** Proves a right to the records of a workspace, and gets a ticket for it. */
export const openClaim: Route<CloudServices> = {
  name: 'claim',
  access: 'write',
  caller: 'identity',
  needs: ['directory'],
  endpoints: () => [
    endpoint({
      method: 'POST',
      path: '/v1/claims',
      summary: 'Claim records for another account',
      description:
        '`identity`: those of the account that signs the request. `email`: those of your verified e-mail address, from before the service was built anew. `recovery_code`: those of the account that the code was made for. The ticket is a secret.',
      body: {
        mediaTypes: ['application/json'],
        schema: {
          type: 'object',
          properties: {
            proof: { enum: PROOFS },
            recovery_code: { type: 'string', description: 'Only for that proof.' },
          },
          required: ['proof'],
          additionalProperties: false,
        },
      },
      answers: {
        201: {
          description: 'A ticket: the first account that redeems it gets the records.',
          schema: {
            type: 'object',
            properties: { ticket: { type: 'string' }, expires_at: { type: 'string', format: 'date-time' } },
            required: ['ticket', 'expires_at'],
          },
        },
        400: { description: 'The proof is not one of those.' },
        404: { description: 'It proves no right to any records.' },
      },
      handle: open,
    }),
  ],
};

const SentClaim = v.variant(
  'proof',
  [
    v.strictObject({ proof: v.literal('identity') }),
    v.strictObject({ proof: v.literal('email') }),
    v.strictObject({ proof: v.literal('recovery_code'), recovery_code: v.string('Send the code as a text.') }),
  ],
  `Choose one of: ${PROOFS.join(', ')}.`,
);
type Claim = v.InferOutput<typeof SentClaim>;

async function open(call: Call<unknown, CloudServices>): Promise<Answer> {
  const from = await proven(call, sentFields(SentClaim, call.body));
  const { ticket, expiresAt } = await call.workspaces.openClaim(from);
  return { status: 201, body: { ticket, expires_at: expiresAt.toISOString() } };
}

async function proven(call: Call<unknown, CloudServices>, claim: Claim): Promise<string> {
  switch (claim.proof) {
    case 'identity':
      return call.workspace;
    case 'email':
      return byEmail(call);
    case 'recovery_code':
      return (await call.workspaces.ofRecoveryCode(claim.recovery_code)) ?? refuse(WRONG_CODE);
  }
}

/** The directory is asked anew: an address may have changed hands since the last visit. */
async function byEmail({ workspaces, directory, workspace, caller }: Call<unknown, CloudServices>): Promise<string> {
  const { login } = caller;
  const person = login && (await directory.personOf(login));
  if (!login || !person?.isEmailVerified) return refuse('Sign in with an e-mail address that you have confirmed.');
  await workspaces.keepEmail(workspace, login, person.email);
  return (await workspaces.ofEmail(person.email, login)) ?? refuse(NO_EARLIER);
}

const WRONG_CODE = 'There are no records for this recovery code. A newer one may have been made since.';
const NO_EARLIER = 'There are no earlier records of your e-mail address.';

function refuse(detail: string): never {
  throw new Refusal({ code: 'bad_claim', detail });
}
