import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { ACCOUNT, type Place } from './route.ts';
import { onIdle } from './sync/idle.ts';
import { useTouchbase } from './touchbase.ts';
import { Icon, type IconName } from './ui/icon.tsx';
import { COMMAND_KEY } from './ui/keys.ts';
import { isWide } from './ui/media.ts';
import { onDemand } from './ui/on-demand.tsx';
import { switchTheme, theme } from './ui/theme.ts';
import { say } from './words/say.ts';

/** It is nothing that one must be told where it could not be loaded. */
const DueBadge = onDemand(
  async () => (await import('./today/due-badge.tsx')).DueBadge,
  () => null,
);

/** The places of the app; on phones a bar at the bottom. */
export function Rail({ onFind, onHelp }: { onFind: () => void; onHelp: () => void }) {
  const { router, home } = useTouchbase();
  const isQuiet = useSignal(false);
  useEffect(
    () =>
      onIdle(() => {
        isQuiet.value = true;
      }),
    [],
  );
  const { open, elsewhere } = router.route.value;
  const here = elsewhere?.place;
  const isCovered = (open !== null || (elsewhere?.open ?? null) !== null) && !isWide.value;
  return (
    <nav class="rail" aria-label={say.app.places} inert={isCovered}>
      <img class="mark" src="/favicon.svg" alt={say.app.name} width="28" height="28" />
      <PlaceLink place="today" here={here} icon="today">
        {isQuiet.value && <DueBadge.Component />}
      </PlaceLink>
      <a class="place" href={router.hrefOf(null)} aria-current={here ? undefined : 'page'}>
        <Icon name="people" />
        {say.contacts.title}
      </a>
      <PlaceLink place="applications" here={here} icon="board" />
      <PlaceLink place="insights" here={here} icon="chart" />
      <button type="button" class="place" title={say.app.find(COMMAND_KEY)} onClick={onFind}>
        <Icon name="search" />
        {say.app.findShort}
      </button>
      <span class="space" />
      <PlaceLink place="import" here={here} icon="exchange" isLesser />
      <PlaceLink place="settings" here={here} icon="settings" />
      {home.account && <AccountLink isHere={here === ACCOUNT} isGuest={home.account.isGuest.value} />}
      <button
        type="button"
        class="place lesser"
        aria-label={say.app.switchTheme(say.app.theme[theme.value])}
        onClick={switchTheme}
      >
        <Icon name={theme.value} />
        {say.app.themeShort}
      </button>
      <button type="button" class="place lesser" title={say.app.keysTitle} onClick={onHelp}>
        <Icon name="keyboard" />
        {say.app.keys}
      </button>
      <a class="place lesser" href={home.docs} title={say.app.apiTitle}>
        <Icon name="api" />
        {say.app.api}
      </a>
    </nav>
  );
}

interface PlaceLinkProps {
  readonly place: Place;
  readonly here: Place | undefined;
  readonly icon: IconName;
  /** On a phone the settings lead there. */
  readonly isLesser?: boolean;
  readonly children?: ComponentChildren;
}

function PlaceLink({ place, here, icon, isLesser, children }: PlaceLinkProps) {
  return (
    <a
      class={isLesser ? 'place lesser' : 'place'}
      href={`/${place}`}
      aria-current={place === here ? 'page' : undefined}
    >
      <Icon name={icon} />
      {say.places[place]}
      {children}
    </a>
  );
}

/** A dot where what is here is kept for a while only; it is said, too. */
function AccountLink({ isHere, isGuest }: { isHere: boolean; isGuest: boolean }) {
  return (
    <a class="place" href={`/${ACCOUNT}`} aria-current={isHere ? 'page' : undefined}>
      <span class={isGuest ? 'dotted' : undefined}>
        <Icon name="account" />
      </span>
      {say.places.account}
      {isGuest && <span class="visually-hidden">{say.app.notSignedIn}</span>}
    </a>
  );
}
