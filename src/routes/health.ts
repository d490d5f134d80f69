import { endpoint, type Route } from '../http/route.ts';

/** Whether the API answers. */
export const health: Route = {
  name: 'health',
  access: 'none',
  caller: 'anyone',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/health',
      summary: 'Tell whether the API answers',
      answers: {
        200: {
          description: 'It does.',
          schema: { type: 'object', properties: { status: { const: 'ok' } }, required: ['status'] },
        },
      },
      handle: async () => ({ status: 200, body: { status: 'ok' } }),
    }),
  ],
};
