import type { Notices } from '../store/notices.ts';
import { endOf, noticeOf } from './notice-of.ts';
import type { Sender } from './sender.ts';

interface Options {
  readonly notices: Pick<Notices, 'put'>;
  /** Where the app is, an absolute address. */
  readonly base: string;
  readonly now: () => Date;
}

/**
 * Tells on the desktop of the machine that it runs on: what is sent waits there until the app, which is open or will be,
 * takes it; a digest until its day is over, a reminder of an interview until that begins. Nobody else sees this desktop:
 * it tells names.
 */
export function desktopSender({ notices, base, now }: Options): Sender {
  return {
    channel: 'desktop',
    lacks: () => null,
    async send(to, message) {
      const notice = noticeOf(message, { base, tells: true }, now());
      try {
        await notices.put(to.workspace, notice, endOf(message, to.zone));
        return { is: 'accepted', id: notice.tag };
      } catch (error) {
        return { is: 'delayed', detail: `It could not be kept for the desktop: ${String(error)}` };
      }
    },
  };
}
