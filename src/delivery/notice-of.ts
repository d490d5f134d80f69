import { addDays, type Instant } from '../domain/dates.ts';
import { reachedIn } from '../domain/zone.ts';
import type { ZoneName } from '../domain/zone-name.ts';
import { digestNotice, type Notice, type NoticeOptions, nudgeNotice, trialNotice } from '../reminders/notice.ts';
import type { Message } from './sender.ts';

/**
 * A message as a notification.
 *
 * @param now by which a trial is another than the one before: one of the same tag is replaced without a sound
 */
export function noticeOf(message: Message, options: NoticeOptions, now: Date): Notice {
  switch (message.is) {
    case 'digest':
      return digestNotice(message.digest, options);
    case 'nudge':
      return nudgeNotice(message.nudge, options);
    case 'trial':
      return { ...trialNotice(message.day, message.digest, options), tag: `trial ${now.toISOString()}` };
  }
}

/** Until when a message is of use: nobody wants to see yesterday's digest, nor a reminder of an interview that has begun. */
export function endOf(message: Message, zone: ZoneName): Instant {
  if (message.is === 'nudge') return message.nudge.starts;
  const day = message.is === 'digest' ? message.digest.day : message.day;
  return new Date(reachedIn(zone, { date: addDays(day, 1), time: '00:00:00' })).toISOString();
}
