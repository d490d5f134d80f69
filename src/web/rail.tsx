import { useTouchbase } from './touchbase.ts';
import { Icon } from './ui/icon.tsx';
import { isWide } from './ui/media.ts';
import { switchTheme, theme } from './ui/theme.ts';
import { say } from './words/say.ts';

/** The places of the app; on phones a bar at the bottom. */
export function Rail({ onHelp }: { onHelp: () => void }) {
  const { router } = useTouchbase();
  const isCovered = router.route.value.open !== null && !isWide.value;
  return (
    <nav class="rail" aria-label={say.app.places} inert={isCovered}>
      <img class="mark" src="/favicon.svg" alt={say.app.name} width="28" height="28" />
      <a class="place" href={router.hrefOf(null)} aria-current="page">
        <Icon name="people" />
        {say.contacts.title}
      </a>
      <span class="space" />
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
      <a class="place" href="/docs" title={say.app.apiTitle}>
        <Icon name="api" />
        {say.app.api}
      </a>
    </nav>
  );
}
