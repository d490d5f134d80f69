import { type Call, endpoint, type Route } from '../http/route.ts';
import type { CloudServices } from './cloud-services.ts';

/** A code on paper, for who has no other proof left. */
export const makeRecoveryCode: Route<CloudServices> = {
  name: 'account-recovery',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'POST',
      path: '/v1/account/recovery-code',
      summary: 'Make a new recovery code',
      description:
        'Whoever has it can claim your records from any other account. It is shown once, and the one before is not valid any more.',
      answers: {
        201: {
          description: 'The code.',
          schema: {
            type: 'object',
            properties: { recovery_code: { type: 'string', examples: ['9M4E-2MR0-V13E-8A21-5N4E-RWTG'] } },
            required: ['recovery_code'],
          },
        },
      },
      handle: async ({ workspaces, workspace }: Call<unknown, CloudServices>) => ({
        status: 201,
        body: { recovery_code: await workspaces.makeRecoveryCode(workspace) },
      }),
    }),
  ],
};
