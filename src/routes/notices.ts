import { type Call, endpoint, type Route } from '../http/route.ts';
import type { DesktopServices } from './desktop-services.ts';

/** What the desktop is to show: asked for by the app while it is open. */
export const takeNotices: Route<DesktopServices> = {
  name: 'notices',
  access: 'write',
  caller: 'identity',
  endpoints: () => [
    endpoint({
      method: 'POST',
      path: '/v1/notices',
      summary: 'Take what is to be shown on the desktop',
      description: 'Each notice is given once: whoever takes it shows it.',
      answers: {
        200: {
          description: 'The notices, the oldest first.',
          schema: { type: 'object', properties: { notices: { type: 'array', items: NOTICE } }, required: ['notices'] },
        },
      },
      handle: async ({ notices, workspace, now }: Call<unknown, DesktopServices>) => ({
        status: 200,
        body: { notices: await notices.take(workspace, now().toISOString()) },
      }),
    }),
  ],
};

const NOTICE = {
  type: 'object',
  properties: {
    title: { type: 'string' },
    body: { type: 'string' },
    url: { type: 'string', format: 'uri', description: 'Where it leads.' },
    tag: { type: 'string', description: 'One of the same tag takes the place of the one before.' },
  },
  required: ['title', 'body', 'url', 'tag'],
};
