import { useSignal } from '@preact/signals';
import { say } from '../words/say-reminders.ts';
import { desktopPermission, isDesktopOn, turnOffDesktop, turnOnDesktop } from './desktop.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { useDoing } from './use-doing.tsx';
import { Way } from './way.tsx';

const words = say.reminders.desktop;

/** On the desktop of the laptop that it runs on: by the browser, outside its window. */
export function DesktopWay({ place }: { readonly place: RemindersPlace }) {
  const doing = useDoing();
  const permission = useSignal(desktopPermission());
  const isShown = useSignal(isDesktopOn());
  const isOn = place.wishes.by.desktop;
  const look = () => {
    permission.value = desktopPermission();
    isShown.value = isDesktopOn();
  };
  const allow = () =>
    doing.run(async () => {
      if ((await turnOnDesktop()) === 'granted') place.turn('desktop', true);
      look();
      return '';
    }, say.reminders.by.asking);
  const turn = (on: boolean) => {
    if (on) return allow();
    turnOffDesktop();
    place.turn('desktop', false);
    look();
  };
  const can = permission.value === 'default' || permission.value === 'granted';
  return (
    <Way place={place} channel="desktop" isOn={isOn} canTurnOn={can} doing={doing} onTurn={turn}>
      <p>
        {words.text} {!isOn && permission.value === 'default' && words.asks}
      </p>
      {!can && <p class="warning">{permission.value === 'denied' ? words.denied : words.unsupported}</p>}
      {isOn && !isShown.value && can && (
        <>
          <p class="warning">{words.elsewhere}</p>
          <button type="button" class="plain" aria-disabled={doing.isBusy} onClick={allow}>
            {words.allow}
          </button>
        </>
      )}
    </Way>
  );
}
