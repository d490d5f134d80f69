import * as v from 'valibot';
import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import type { Account } from '../store/workspaces.ts';
import { ACCOUNT_PROPERTIES, accountBody } from './account.ts';
import type { CloudServices } from './cloud-services.ts';
import { sentFields, shortText } from './sent-fields.ts';

const MOST_NAME = 100;

/** Marks that someone was here: it is what keeps a guest's records. */
export const visitAccount: Route<CloudServices> = {
  name: 'account-visit',
  access: 'write',
  caller: 'identity',
  needs: ['directory'],
  endpoints: () => [
    endpoint({
      method: 'PUT',
      path: '/v1/account/devices/{id}',
      summary: 'Say that this device is here',
      description:
        'Once at the start and then once a day: a guest’s records are kept for a while after the last visit. `earlier` says that there are records of the same e-mail address from before the service was built anew: claim them.',
      body: {
        mediaTypes: ['application/json'],
        schema: {
          type: 'object',
          properties: { name: { type: 'string', minLength: 1, maxLength: MOST_NAME } },
          required: ['name'],
          additionalProperties: false,
        },
      },
      answers: {
        200: {
          description: 'The account as it stands now.',
          schema: {
            type: 'object',
            properties: { ...ACCOUNT_PROPERTIES, earlier: { type: 'boolean' } },
            required: [...Object.keys(ACCOUNT_PROPERTIES), 'earlier'],
          },
        },
        400: { description: 'The id or the name is not valid.' },
      },
      handle: visit,
    }),
  ],
};

const SentDevice = v.strictObject({ name: shortText(MOST_NAME) });

async function visit(call: Call<unknown, CloudServices>): Promise<Answer> {
  const { name } = sentFields(SentDevice, call.body);
  const device = { device_id: call.id, name };
  const account = await call.workspaces.visit(call.workspace, device, call.caller.isGuest);
  return { status: 200, body: { ...accountBody(call, account), earlier: await hasEarlier(call, account) } };
}

/** The directory is asked once a day: people seldom change their address, and it answers only so many questions. */
async function hasEarlier(call: Call<unknown, CloudServices>, account: Account): Promise<boolean> {
  const { workspaces, directory, workspace, caller, now } = call;
  if (!caller.login) return false;
  if (account.emailAskedOn !== now().toISOString().slice(0, 10)) {
    const person = await directory.personOf(caller.login);
    await workspaces.keepEmail(workspace, caller.login, person?.isEmailVerified ? person.email : null);
  }
  return workspaces.hasEarlier(workspace, caller.login);
}
