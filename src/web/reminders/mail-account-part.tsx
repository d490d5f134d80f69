import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Drafts } from '../form/drafts.ts';
import { say } from '../words/say-reminders.ts';
import { DRAFT, MailAccountForm } from './mail-account-form.tsx';
import { reasonOf } from './reach.ts';
import type { MailAccount } from './reminders-api.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { Said, useDoing } from './use-doing.tsx';

const words = say.reminders.account;

/** By which account a laptop sends; and a form for it. */
export function MailAccountPart({ place, isOn }: { readonly place: RemindersPlace; readonly isOn: boolean }) {
  const account = useSignal<MailAccount | null>(null);
  const trouble = useSignal('');
  const isOpen = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const drafts = useMemo(() => new Drafts(inMemory(), 'mail-account'), []);
  const doing = useDoing();
  useEffect(() => void read(place, account, trouble), [place.reach.overview.value === null]);
  const close = () => {
    isOpen.value = false;
    requestAnimationFrame(() => opener.current?.focus());
  };
  const forget = () =>
    doing.run(async () => {
      await place.api.dropMailAccount();
      await Promise.all([read(place, account, trouble), place.reach.load()]);
      opener.current?.focus();
      return words.removed;
    });
  const kept = account.value;
  if (kept === null) return <p>{trouble.value || say.reminders.email.needsAccount}</p>;
  if (kept.source === 'environment') {
    return (
      <p>
        {summaryOf(kept)} {words.environment}
      </p>
    );
  }
  return (
    <>
      <p class={isOn && kept.source === null ? 'warning' : undefined}>
        {kept.source === null ? say.reminders.email.needsAccount : summaryOf(kept)}
      </p>
      {isOpen.value ? (
        <MailAccountForm
          key={drafts.revisionOf(DRAFT)}
          place={place}
          drafts={drafts}
          account={kept}
          onClose={close}
          onSaved={(saved) => {
            account.value = saved;
            doing.say(words.saved);
            void place.reach.load();
            close();
          }}
        />
      ) : (
        <div class="acts">
          <button
            ref={opener}
            type="button"
            class="plain"
            onClick={() => {
              doing.say('');
              isOpen.value = true;
            }}
          >
            {kept.source === null ? words.setUp : words.change}
          </button>
          {kept.source !== null && (
            <button type="button" class="plain" aria-disabled={doing.isBusy} onClick={forget}>
              {words.remove}
            </button>
          )}
        </div>
      )}
      <Said doing={doing} />
    </>
  );
}

function summaryOf({ to, from, host }: MailAccount): string {
  return `${say.reminders.email.to(to ?? '')} ${words.from(from ?? '', host ?? '')}`;
}

async function read(
  { api }: RemindersPlace,
  account: Signal<MailAccount | null>,
  trouble: Signal<string>,
): Promise<void> {
  try {
    account.value = await api.mailAccount();
  } catch (error) {
    trouble.value = reasonOf(error);
  }
}

/** What is typed lasts as long as the place is open: a password is kept in no storage. */
function inMemory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}
