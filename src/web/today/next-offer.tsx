import { toText } from '../../domain/typed-text.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say-doing.ts';
import type { Day } from './day.ts';
import { DayChoices } from './day-choices.tsx';
import { nameOf, type Thing } from './things.ts';

/** After a follow-up was done: when to get in touch again, if one likes. */
export function NextOffer({ day, thing }: { readonly day: Day; readonly thing: Thing }) {
  const { contacts, today } = useTouchbase();
  contacts.collection.revision.value;
  const { offer, offerPick, offerNone } = say.doing;
  const close = () => {
    day.offered.value = null;
    day.focus(day.active.peek());
  };
  // It may be planned by now, or Undo brought the one back that was done.
  const isPlanned = toText(contacts.collection.get(thing.item.contact_id ?? '')?.next_follow_up) !== '';
  if (isPlanned) return null;
  return (
    <div class="next-offer" role="group" aria-label={offer(nameOf(thing))}>
      <span class="text" dir="auto">
        {offer(nameOf(thing))}
      </span>
      <kbd>f</kbd>
      <Menu class="plain" label={offerPick} title={offer(nameOf(thing))} hint={say.doing.keyed(offerPick, 'f')}>
        <DayChoices today={today.value} onPick={(date) => day.planNext(thing, date)} />
      </Menu>
      <button type="button" class="quiet" aria-label={offerNone} title={offerNone} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}
