import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { say } from '../words/say-account.ts';
import type { Account } from './account.ts';
import { useWork } from './use-work.ts';
import { WorkState } from './work-state.tsx';

/** What a code has besides blanks and hyphens. */
const LETTERS = 24;

/** Takes over the records of another account by its recovery code. */
export function BringBack({ account }: { account: Account }) {
  const work = useWork();
  const problem = useSignal<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const code = input.current?.value ?? '';
    problem.value = code.replace(/[\s-]/g, '').length === LETTERS ? null : say.account.codeWanted;
    if (problem.value !== null) return input.current?.focus();
    work.run(async () => {
      problem.value = await account.bringBack(code);
      if (problem.value === null && input.current) input.current.value = '';
      else input.current?.focus();
    });
  };
  return (
    <form class="bring-back" aria-labelledby="bring-back" onSubmit={onSubmit} noValidate>
      <h3 id="bring-back">{say.account.bringBack}</h3>
      <p>{say.account.bringBackText}</p>
      <div class="acts">
        <input
          ref={input}
          class="code"
          aria-label={say.account.code}
          aria-describedby="code-problem"
          aria-invalid={problem.value !== null}
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
        />
        <button type="submit" class="plain" aria-disabled={work.isBusy}>
          {say.account.bring}
        </button>
      </div>
      <p class="work bad" id="code-problem" role="status">
        {problem.value}
      </p>
      <WorkState work={work} />
    </form>
  );
}
