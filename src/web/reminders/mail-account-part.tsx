import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Drafts } from '../form/drafts.ts';
import { say } from '../words/say-reminders.ts';
import { DRAFT, MailAccountForm } from './mail-account-form.tsx';
import { reasonOf } from './reach.ts';
import type { MailAccount } from './reminders-api.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { Said, useDoing } from './use-doing.tsx';

const words = say.reminders.account;

interface PartProps {
  readonly place: RemindersPlace;
  /** Whether reminders come by e-mail. */
  readonly isOn: boolean;
}

/** By which account a laptop sends; and a form for it. */
export function MailAccountPart({ place, isOn }: PartProps) {
  const account = useSignal<MailAccount | null>(null);
  const trouble = useSignal('');
  const read = async () => {
    try {
      account.value = await place.api.mailAccount();
    } catch (error) {
      trouble.value = reasonOf(error);
    }
  };
  useEffect(() => void read(), [place.reach.overview.value === null]);
  const { value } = account;
  if (value === null) return <p>{trouble.value || say.reminders.email.needsAccount}</p>;
  if (value.source === 'environment') return <p>{`${summaryOf(value)} ${words.environment}`}</p>;
  return (
    <>
      <p class={isOn && value.source === null ? 'warning' : undefined}>
        {value.source === null ? say.reminders.email.needsAccount : summaryOf(value)}
      </p>
      <OwnAccount place={place} isOn={isOn} account={value} onChanged={read} />
    </>
  );
}

interface OwnAccountProps extends PartProps {
  readonly account: MailAccount;
  readonly onChanged: () => Promise<void>;
}

/** What can be done with an account that was typed here. */
function OwnAccount(props: OwnAccountProps) {
  const { place, account } = props;
  const { isOpen, opener, doing, open, close, saved, forget } = useOwnAccount(props);
  const drafts = useMemo(() => new Drafts(inMemory(), 'mail-account'), []);
  return (
    <>
      {isOpen.value ? (
        <MailAccountForm
          key={drafts.revisionOf(DRAFT)}
          {...{ place, drafts, account }}
          onClose={close}
          onSaved={() => void saved()}
        />
      ) : (
        <Acts
          opener={opener}
          isNone={account.source === null}
          isBusy={doing.isBusy}
          onOpen={open}
          onForget={() => doing.run(forget)}
        />
      )}
      <Said doing={doing} />
    </>
  );
}

function useOwnAccount({ place, isOn, account, onChanged }: OwnAccountProps) {
  const isOpen = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const doing = useDoing();
  const isNone = account.source === null;
  useOpeningWith(isOn, isNone, isOpen);
  const open = () => {
    doing.say('');
    isOpen.value = true;
  };
  const close = () => {
    isOpen.value = false;
    requestAnimationFrame(() => opener.current?.focus());
  };
  const saved = async () => {
    // Who sets one up wants mail.
    if (isNone) place.turn('email', true);
    await Promise.all([onChanged(), place.reach.load()]);
    doing.say(words.saved);
    close();
  };
  const forget = async () => {
    await place.api.dropMailAccount();
    await Promise.all([onChanged(), place.reach.load()]);
    opener.current?.focus();
    return words.removed;
  };
  return { isOpen, opener, doing, open, close, saved, forget };
}

interface ActsProps {
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly isNone: boolean;
  readonly isBusy: boolean;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

function Acts({ opener, isNone, isBusy, onOpen, onForget }: ActsProps) {
  return (
    <div class="acts">
      <button ref={opener} type="button" class="plain" onClick={onOpen}>
        {isNone ? words.setUp : words.change}
      </button>
      {!isNone && (
        <button type="button" class="plain" aria-disabled={isBusy} onClick={onForget}>
          {words.remove}
        </button>
      )}
    </div>
  );
}

/** Who turns mail on is asked for what it needs. */
function useOpeningWith(isOn: boolean, isNone: boolean, isOpen: Signal<boolean>): void {
  const wasOn = useRef(isOn);
  useEffect(() => {
    if (isOn && !wasOn.current && isNone) isOpen.value = true;
    wasOn.current = isOn;
  }, [isOn]);
}

function summaryOf({ to, from, host }: MailAccount): string {
  return `${say.reminders.email.to(to ?? '')} ${words.from(from ?? '', host ?? '')}`;
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
