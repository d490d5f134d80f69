import { useLayoutEffect, useRef } from 'preact/hooks';
import { contact } from '../../domain/contact.ts';
import { addDays, type CalendarDate } from '../../domain/dates.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { dateWords } from '../words/moment.ts';
import { told } from '../words/say-conversation.ts';
import { say } from '../words/say-later.ts';
import { planFollowUp } from './planning.ts';

interface FollowUpOfferProps {
  readonly record: AnyRecord;
  readonly suggested: CalendarDate;
  readonly onDone: () => void;
}

/** When to get in touch again, once a conversation is logged: the suggested day has the focus, Escape leaves all as it is. */
export function FollowUpOffer({ record, suggested, onDone }: FollowUpOfferProps) {
  const { deeds, today } = useTouchbase();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector<HTMLElement>('[data-suggested]')?.focus(), []);
  const name = toText(record[contact.titleField]);
  const planned = toText(record.next_follow_up);
  const pick = (day: CalendarDate | null) => {
    planFollowUp(deeds, { id: idOf(contact, record), name }, day);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  return (
    <div ref={place} class="offer" role="group" aria-label={told.offer.title(name)} onKeyDown={onKeyDown}>
      <p dir="auto">
        {told.offer.title(name)}
        {planned !== '' && <span class="planned"> {followUpWords(planned, today.value)}</span>}
      </p>
      <button
        type="button"
        class="quiet corner"
        aria-label={told.offer.leave}
        title={told.offer.leave}
        onClick={onDone}
      >
        <Icon name="close" />
      </button>
      <div class="days">
        {picksFor(suggested, today.value).map(({ label, day }) => (
          <button
            key={label}
            type="button"
            class="plain"
            data-suggested={day === suggested || undefined}
            title={day === null ? undefined : dateWords(day)}
            onClick={() => pick(day)}
          >
            {label}
            {day === suggested && <small>{told.offer.suggested}</small>}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The usual days, and the suggested one where it is none of them. */
function picksFor(suggested: CalendarDate, today: CalendarDate) {
  const usual: readonly { label: string; day: CalendarDate | null }[] = [
    { label: say.picks.days(1), day: addDays(today, 1) },
    { label: say.picks.days(3), day: addDays(today, 3) },
    { label: say.picks.week, day: addDays(today, 7) },
    { label: say.picks.none, day: null },
  ];
  const isUsual = usual.some(({ day }) => day === suggested);
  return isUsual ? usual : [{ label: dateWords(suggested), day: suggested }, ...usual];
}
