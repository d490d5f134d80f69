import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say-today.ts';
import type { Day } from './day.ts';
import { DayChoices } from './day-choices.tsx';
import { nameOf } from './things.ts';

/** After a follow-up was done: when to get in touch again, if one likes. */
export function NextOffer({ day }: { readonly day: Day }) {
  const today = useTouchbase().today.value;
  const thing = day.offered.value;
  if (!thing) return null;
  const { offer, offerPick, offerNone } = say.today;
  const close = () => {
    day.offered.value = null;
    day.focus(day.active.peek());
  };
  return (
    <div class="offer" role="group" aria-label={offer(nameOf(thing))}>
      <span class="text" dir="auto">
        {offer(nameOf(thing))}
      </span>
      <Menu class="plain next" label={offerPick} title={offer(nameOf(thing))} hint={say.today.keyed(offerPick, 'f')}>
        <DayChoices
          today={today}
          onPick={(date) => {
            day.planNext(thing, date);
            day.focus(day.active.peek());
          }}
        />
      </Menu>
      <button type="button" class="quiet" aria-label={offerNone} title={offerNone} onClick={close}>
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Opens its choices, where it is there. */
export function pressOffer(): void {
  document.querySelector<HTMLElement>('.offer .next')?.click();
}
