import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-account.ts';
import type { Account } from './account.ts';
import { LoseDialog, type Losing } from './lose-dialog.tsx';
import { unsavedNames } from './unsaved-names.ts';
import { useWork } from './use-work.ts';
import { WorkState } from './work-state.tsx';

interface WhoProps {
  readonly account: Account;
  /** What the person was about to do before they had to sign in. */
  readonly intent: string | null;
}

/** As whom a person is here. */
export function Who({ account, intent }: WhoProps) {
  const { isGuest } = account.parts.session;
  return isGuest.value ? (
    <Guest account={account} />
  ) : (
    <Person account={account} isEverywhere={intent === 'everywhere'} />
  );
}

function Guest({ account }: { account: Account }) {
  const work = useWork();
  const until = account.overview.value?.kept_until;
  return (
    <section aria-labelledby="account-who">
      <h2 id="account-who">{say.account.guestTitle}</h2>
      <p>
        {say.account.guestText} {until && say.account.guestUntil(dateWords(until))}
      </p>
      <p>{say.account.guestOffer}</p>
      <div class="acts">
        <button
          type="button"
          class="primary"
          aria-disabled={work.isBusy}
          onClick={() => work.run((tell) => account.signIn(tell))}
        >
          {say.account.signIn}
        </button>
        <WorkState work={work} />
      </div>
    </section>
  );
}

function Person({ account, isEverywhere }: { account: Account; isEverywhere: boolean }) {
  const touchbase = useTouchbase();
  const work = useWork();
  const losing = useSignal<Losing | null>(null);
  const leave = (go: () => Promise<void>) => {
    const names = unsavedNames(touchbase, account.parts.kept);
    if (names.length === 0) return work.run(go);
    losing.value = { names, go: () => work.run(go) };
  };
  const everywhere = () => leave(() => account.signOutEverywhere());
  useEffect(() => {
    if (isEverywhere) everywhere();
  }, []);
  return (
    <section aria-labelledby="account-who">
      <h2 id="account-who">{say.account.signedInAs(account.parts.session.email.value)}</h2>
      <p>{say.account.signedInText}</p>
      <div class="acts">
        <button type="button" class="plain" aria-disabled={work.isBusy} onClick={() => leave(() => account.signOut())}>
          {say.account.signOut}
        </button>
        <button
          type="button"
          class="plain"
          aria-describedby="everywhere"
          aria-disabled={work.isBusy}
          onClick={everywhere}
        >
          {say.account.everywhere}
        </button>
        <WorkState work={work} />
      </div>
      <p class="note" id="everywhere">
        {say.account.everywhereText}
      </p>
      <LoseDialog losing={losing} />
    </section>
  );
}
