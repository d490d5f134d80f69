import { addDays } from '../domain/dates.ts';
import { reachedIn } from '../domain/zone.ts';
import { digestNotice, nudgeNotice, trialNotice } from '../reminders/notice.ts';
import type { Notices } from '../store/notices.ts';
import type { Addressee, Message, Sender } from './sender.ts';

interface Options {
  readonly notices: Pick<Notices, 'put'>;
  /** Where the app is, an absolute address. */
  readonly base: string;
}

/**
 * Tells on the desktop of the machine that it runs on: what is sent waits there until the app, which is open or will be,
 * takes it; a digest until its day is over, a reminder of an interview until that begins. Nobody else sees this desktop:
 * it tells names.
 */
export function desktopSender({ notices, base }: Options): Sender {
  return {
    channel: 'desktop',
    lacks: () => null,
    async send(to, message) {
      const notice = noticeOf(message, base);
      try {
        await notices.put(to.workspace, notice, endOf(message, to));
        return { is: 'accepted', id: notice.tag };
      } catch (error) {
        return { is: 'delayed', detail: `It could not be kept for the desktop: ${String(error)}` };
      }
    },
  };
}

function noticeOf(message: Message, base: string) {
  const options = { base, tells: true };
  switch (message.is) {
    case 'digest':
      return digestNotice(message.digest, options);
    case 'nudge':
      return nudgeNotice(message.nudge, options);
    case 'trial':
      return trialNotice(message.day, message.digest, options);
  }
}

function endOf(message: Message, { zone }: Pick<Addressee, 'zone'>): string {
  if (message.is === 'nudge') return message.nudge.starts;
  const day = message.is === 'digest' ? message.digest.day : message.day;
  return new Date(reachedIn(zone, { date: addDays(day, 1), time: '00:00:00' })).toISOString();
}
