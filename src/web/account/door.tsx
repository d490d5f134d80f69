import { say } from '../words/say-account.ts';
import { useWork } from './use-work.ts';
import { WorkState } from './work-state.tsx';
import './account.css';

/** Why somebody stands at the door. */
export type Why = 'welcome' | 'signedOut' | 'deleted' | 'again' | 'failed';

export interface DoorProps {
  readonly why: Why;
  /** What went wrong, where something did. */
  readonly reason?: string | undefined;
  readonly onSignIn: () => Promise<void>;
  /** Null where one has to sign in. */
  readonly onGuest: (() => Promise<void>) | null;
}

/** What there is to see where nobody is known yet. */
export function Door({ why, reason = '', onSignIn, onGuest }: DoorProps) {
  const work = useWork();
  const texts = {
    welcome: [say.door.welcomeTitle, say.door.welcomeText],
    signedOut: [say.door.signedOutTitle, say.door.signedOutText],
    deleted: [say.door.deletedTitle, say.door.deletedText],
    again: [say.door.againTitle, say.door.againText],
    failed: [say.door.failedTitle, say.door.failedText(reason)],
  } as const;
  const [title, text] = texts[why];
  const signIn = () =>
    work.run((tell) => {
      tell(say.door.leaving);
      return onSignIn();
    });
  return (
    <main class="door">
      <img src="/favicon.svg" alt={say.app.name} width="40" height="40" />
      <h1>{title}</h1>
      <p>{text}</p>
      <button type="button" class="primary" aria-disabled={work.isBusy} onClick={signIn}>
        {say.door.signIn}
      </button>
      {onGuest && (
        <>
          <button type="button" class="plain" aria-disabled={work.isBusy} onClick={() => work.run(onGuest)}>
            {say.door.guest}
          </button>
          <p class="note">{say.door.guestNote}</p>
        </>
      )}
      <WorkState work={work} />
    </main>
  );
}
