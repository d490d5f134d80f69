import { useEffect, useRef } from 'preact/hooks';
import { SyncState } from '../contacts/sync-state.tsx';
import { say } from '../words/say-account.ts';
import type { Account } from './account.ts';
import { BringBack } from './bring-back.tsx';
import { DeleteAll } from './delete-all.tsx';
import { Devices } from './devices.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { useWork } from './use-work.ts';
import { Who } from './who.tsx';
import { WorkState } from './work-state.tsx';
import './account.css';

/** Who a person is here, and what they can do with all that is theirs. */
export function AccountPage({ account }: { account: Account }) {
  const title = useRef<HTMLHeadingElement>(null);
  const intent = useRef(account.parts.kept.takeIntent());
  useEffect(() => {
    title.current?.focus();
    void account.load();
  }, []);
  const trouble = account.trouble.value;
  return (
    <main class="account">
      <header class="head">
        <h1 ref={title} tabIndex={-1}>
          {say.places.account}
        </h1>
        <SyncState />
      </header>
      <div class="sections">
        <p class="work bad" role="status">
          {trouble && say.account.failed(trouble)}
        </p>
        <Who account={account} intent={intent.current} />
        <RecoveryCode account={account} />
        <Devices account={account} />
        <Records account={account} />
        <DeleteAll account={account} isAsked={intent.current === 'delete'} />
      </div>
    </main>
  );
}

function Records({ account }: { account: Account }) {
  const work = useWork();
  return (
    <section aria-labelledby="account-records">
      <h2 id="account-records">{say.account.records}</h2>
      <p>{say.account.exportText}</p>
      <div class="acts">
        <button
          type="button"
          class="plain"
          aria-disabled={work.isBusy}
          onClick={() => work.run((tell) => account.export(tell))}
        >
          {say.account.export}
        </button>
        <WorkState work={work} />
      </div>
      <BringBack account={account} />
    </section>
  );
}
