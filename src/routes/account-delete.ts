import { type Call, endpoint, type Route } from '../http/route.ts';
import type { CloudServices } from './cloud-services.ts';

/** Deletes what a person has here, for good. */
export const deleteAccount: Route<CloudServices> = {
  name: 'account-delete',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'DELETE',
      path: '/v1/account',
      summary: 'Delete your account and all your records',
      description:
        'Nothing of it can be restored. Each call deletes some; call it until `more` is false. What is broken off, and what another device still writes within two hours, is deleted within a day.',
      answers: {
        200: {
          description: 'How many records this call deleted, and whether there are more.',
          schema: {
            type: 'object',
            properties: { deleted: { type: 'integer' }, more: { type: 'boolean' } },
            required: ['deleted', 'more'],
          },
        },
      },
      // Who has used up the day may still go.
      writes: () => 0,
      handle: async ({ workspaces, workspace }: Call<unknown, CloudServices>) => ({
        status: 200,
        body: await workspaces.leave(workspace),
      }),
    }),
  ],
};
