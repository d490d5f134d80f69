import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { momentWords } from '../words/moment.ts';
import { say } from '../words/say-account.ts';
import type { Account } from './account.ts';
import { useWork } from './use-work.ts';
import { WorkState } from './work-state.tsx';

/** Makes a code that brings the records back, and shows it once. */
export function RecoveryCode({ account }: { account: Account }) {
  const work = useWork();
  const code = useSignal<string | null>(null);
  const madeAt = account.overview.value?.recovery_code_made_at;
  const make = () =>
    work.run(async () => {
      code.value = await account.makeCode();
    });
  return (
    <section aria-labelledby="account-recovery">
      <h2 id="account-recovery">{say.account.recovery}</h2>
      <p>{say.account.recoveryText}</p>
      {code.value !== null && <ShownOnce code={code.value} />}
      {madeAt && code.value === null && <p class="note">{say.account.recoveryMade(momentWords(madeAt))}</p>}
      <div class="acts">
        <button type="button" class="plain" aria-disabled={work.isBusy} onClick={make}>
          {madeAt ? say.account.makeNewCode : say.account.makeCode}
        </button>
        <WorkState work={work} />
      </div>
    </section>
  );
}

function ShownOnce({ code }: { code: string }) {
  const place = useRef<HTMLOutputElement>(null);
  const copying = useWork();
  useEffect(() => place.current?.focus(), [code]);
  const copy = () =>
    copying.run(async (tell) => {
      await navigator.clipboard.writeText(code);
      tell(say.account.copied);
    });
  return (
    <div class="shown-once">
      <output ref={place} tabIndex={-1} aria-describedby="code-once">
        {code}
      </output>
      <button type="button" class="plain" onClick={copy}>
        <Icon name="copy" />
        {say.account.copy}
      </button>
      <WorkState work={copying} />
      <p id="code-once" class="note">
        {say.account.codeOnce}
      </p>
    </div>
  );
}
