import type { CalendarDate } from '../../domain/dates.ts';
import { followUp } from '../../domain/follow-up.ts';
import { Icon } from '../ui/icon.tsx';
import { longDateWords } from '../words/moment.ts';
import { say } from '../words/say.ts';

/**
 * When to get in touch again, by words, colour and icon; the date itself on hover and to screen readers. Neither this nor
 * its icon is a component: there are dozens on the screen.
 */
export function followUpWords(due: CalendarDate, today: CalendarDate) {
  const stands = followUp(due, today);
  if (stands.state === 'none') return null;
  return (
    <span class={`due ${stands.state}`} title={longDateWords(due)}>
      {Icon({ name: stands.state })}
      <span class="text">{say.followUp(stands)}</span>
      <span class="visually-hidden">{longDateWords(due)}</span>
    </span>
  );
}
