import { type Answer, type Call, endpoint, type Route } from '../http/route.ts';
import { unsubscribePage } from '../http/unsubscribe-page.ts';
import { StoreBusy } from '../store/store.ts';
import type { UnsubscribeServices } from './reminder-services.ts';

const PAGE = { mediaType: 'text/html', schema: { type: 'string' } } as const;
const ANSWERS = {
  404: { description: 'A page that says where else mails are ended: the token is none, or no mail goes by it.' },
  503: { description: 'A page that says that it did not work, and can be tried again.' },
};

/**
 * Ends reminders by e-mail for who follows the link in one, without signing in. A program that looks at what the links of a
 * mail lead to only gets: so a person presses a button, and what mail programs offer by themselves posts (RFC 8058).
 */
export const unsubscribe: Route<UnsubscribeServices> = {
  name: 'unsubscribe',
  access: 'write',
  caller: 'anyone',
  endpoints: () => [
    endpoint({
      method: 'GET',
      path: '/v1/unsubscribe/{token}',
      summary: 'Ask whether reminders by e-mail are to end',
      answers: { 200: { description: 'A page with a button that posts.', ...PAGE }, ...ANSWERS },
      writes: () => 0,
      handle: (call: Call<unknown, UnsubscribeServices>) => answered(call, async () => 'asks'),
    }),
    endpoint({
      method: 'POST',
      path: '/v1/unsubscribe/{token}',
      summary: 'End reminders by e-mail',
      description: 'With one click from a mail program (RFC 8058), too; whatever body comes along is not looked at.',
      answers: { 200: { description: 'A page that says so, also where they had ended.', ...PAGE }, ...ANSWERS },
      writes: () => 0,
      handle: (call: Call<unknown, UnsubscribeServices>) =>
        answered(call, async (workspace) => {
          // Whose records went on to another account gets mail by that: this link would end nothing.
          const isEnded = await call.recipients.pause(workspace, 'unsubscribed', null);
          return isEnded ? 'done' : 'unknown';
        }),
    }),
  ],
};

/** It tells nothing of whom the token is. */
async function answered(
  call: Call<unknown, UnsubscribeServices>,
  act: (workspace: string) => Promise<'asks' | 'done' | 'unknown'>,
): Promise<Answer> {
  try {
    const workspace = await call.workspaceOfToken(call.token);
    return await unsubscribePage(workspace === undefined ? 'unknown' : await act(workspace), call.site);
  } catch (error) {
    if (error instanceof StoreBusy) return unsubscribePage('busy', call.site);
    throw error;
  }
}
