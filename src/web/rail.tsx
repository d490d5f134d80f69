import { ACCOUNT } from './route.ts';
import { useTouchbase } from './touchbase.ts';
import { Icon } from './ui/icon.tsx';
import { COMMAND_KEY } from './ui/keys.ts';
import { isWide } from './ui/media.ts';
import { switchTheme, theme } from './ui/theme.ts';
import { say } from './words/say.ts';

/** The places of the app; on phones a bar at the bottom. */
export function Rail({ onFind, onHelp }: { onFind: () => void; onHelp: () => void }) {
  const { router, home } = useTouchbase();
  const { open, isAccount } = router.route.value;
  const isCovered = open !== null && !isWide.value;
  return (
    <nav class="rail" aria-label={say.app.places} inert={isCovered}>
      <img class="mark" src="/favicon.svg" alt={say.app.name} width="28" height="28" />
      <a class="place" href={router.hrefOf(null)} aria-current={isAccount ? undefined : 'page'}>
        <Icon name="people" />
        {say.contacts.title}
      </a>
      <button type="button" class="place" title={say.palette.open(COMMAND_KEY)} onClick={onFind}>
        <Icon name="search" />
        {say.palette.short}
      </button>
      <span class="space" />
      {home.account && <AccountLink isHere={isAccount ?? false} isGuest={home.account.isGuest.value} />}
      <button
        type="button"
        class="place"
        aria-label={say.app.switchTheme(say.app.theme[theme.value])}
        onClick={switchTheme}
      >
        <Icon name={theme.value} />
        {say.app.themeShort}
      </button>
      <button type="button" class="place keys" title={say.app.keysTitle} onClick={onHelp}>
        <Icon name="keyboard" />
        {say.app.keys}
      </button>
      <a class="place" href={home.docs} title={say.app.apiTitle}>
        <Icon name="api" />
        {say.app.api}
      </a>
    </nav>
  );
}

/** A dot where what is here is kept for a while only; it is said, too. */
function AccountLink({ isHere, isGuest }: { isHere: boolean; isGuest: boolean }) {
  return (
    <a class="place" href={`/${ACCOUNT}`} aria-current={isHere ? 'page' : undefined}>
      <span class={isGuest ? 'dotted' : undefined}>
        <Icon name="account" />
      </span>
      {say.account.title}
      {isGuest && <span class="visually-hidden">{say.account.notSignedIn}</span>}
    </a>
  );
}
