import type { JsonSchema } from '../http/json-schema.ts';
import { type Call, endpoint, type Route } from '../http/route.ts';
import type { Account } from '../store/workspaces.ts';
import type { CloudServices } from './cloud-services.ts';

/** What is kept of a person besides their records. */
export const getAccount: Route<CloudServices> = {
  name: 'account',
  access: 'read',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/account',
      summary: 'Get your account',
      answers: { 200: { description: 'As it stands.', schema: ACCOUNT } },
      handle: async (call: Call<unknown, CloudServices>) => ({
        status: 200,
        body: accountBody(call, await call.workspaces.account(call.workspace)),
      }),
    }),
  ],
};

export function accountBody({ caller }: Pick<Call, 'caller'>, account: Account) {
  return {
    guest: caller.isGuest && !account.isSignedIn,
    kept_until: account.keptUntil,
    recovery_code_made_at: account.recoveryCodeMadeAt,
    devices: account.devices,
  };
}

const DEVICE = {
  type: 'object',
  properties: {
    device_id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    seen_at: { type: 'string', format: 'date-time', description: 'To the day.' },
  },
  required: ['device_id', 'name', 'seen_at'],
};

export const ACCOUNT_PROPERTIES: JsonSchema = {
  guest: { type: 'boolean', description: 'Whether nobody has signed in to it.' },
  kept_until: {
    type: ['string', 'null'],
    format: 'date',
    description:
      'The last day on which a guest’s records are there, if nobody comes until then; null where nothing ends.',
  },
  recovery_code_made_at: { type: ['string', 'null'], format: 'date-time' },
  devices: { type: 'array', items: DEVICE, description: 'The 20 that were here last, the latest first.' },
};

const ACCOUNT: JsonSchema = {
  type: 'object',
  properties: ACCOUNT_PROPERTIES,
  required: Object.keys(ACCOUNT_PROPERTIES),
};
