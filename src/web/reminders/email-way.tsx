import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-reminders.ts';
import { MailAccountPart } from './mail-account-part.tsx';
import type { RemindersOverview } from './reminders-api.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { useDoing } from './use-doing.tsx';
import { Way } from './way.tsx';

const words = say.reminders.email;

/** By e-mail: from the cloud to the address of the login, from a laptop by an account of the person's own. */
export function EmailWay({ place }: { readonly place: RemindersPlace }) {
  const doing = useDoing();
  const { api, reach, isLaptop, touchbase } = place;
  const overview = reach.overview.value;
  const isOn = place.wishes.by.email;
  const isGuest = touchbase.home.account?.isGuest.value ?? false;
  const take = () =>
    doing.run(async () => {
      reach.take(await api.takeEmail());
      const address = reach.overview.peek()?.email;
      return address ? words.takenAgain(address) : '';
    }, say.reminders.by.asking);
  const turn = (on: boolean) => {
    const isReached = overview !== null && overview.email !== null && overview.email_paused === null;
    if (!on || isLaptop || isReached) {
      doing.say('');
      place.turn('email', on);
      return;
    }
    doing.run(async () => {
      reach.take(await api.takeEmail());
      place.turn('email', true);
      return '';
    }, say.reminders.by.asking);
  };
  return (
    <Way place={place} channel="email" isOn={isOn} canTurnOn={!isGuest} doing={doing} onTurn={turn}>
      {isLaptop && <MailAccountPart place={place} isOn={isOn} />}
      {isGuest && (
        <p>
          {words.guest} <a href={touchbase.router.hrefTo('account')}>{words.signIn}</a>
        </p>
      )}
      {!isLaptop && !isGuest && <Address overview={overview} isOn={isOn} isBusy={doing.isBusy} onTake={take} />}
    </Way>
  );
}

interface AddressProps {
  readonly overview: RemindersOverview | null;
  readonly isOn: boolean;
  readonly isBusy: boolean;
  readonly onTake: () => void;
}

/** Where mail goes; and where it does not, why, and the one button that mends it. */
function Address({ overview, isOn, isBusy, onTake }: AddressProps) {
  const { email = null, email_paused: paused = null } = overview ?? {};
  const mend = (label: string) => (
    <button type="button" class="plain" aria-disabled={isBusy} onClick={onTake}>
      {label}
    </button>
  );
  if (paused) {
    const address = email ?? words.yourAddress;
    return (
      <>
        <p class="warning">{words[paused.reason](address, dateWords(paused.at.slice(0, 10)))}</p>
        {mend(words.again(address))}
      </>
    );
  }
  if (email !== null) return <p>{words.to(email)}</p>;
  if (!isOn || overview === null) return <p>{words.off}</p>;
  return (
    <>
      <p class="warning">{words.nowhere}</p>
      {mend(words.take)}
    </>
  );
}
