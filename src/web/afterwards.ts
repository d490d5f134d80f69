import { effect } from '@preact/signals';
import { keptSettings } from './settings/kept-settings.ts';
import type { Touchbase } from './touchbase.ts';

/** What the first view does not need: it comes when that is there, and without it the app works. */
export function afterwards(touchbase: Touchbase): void {
  // Without it the app works as long as there is a network.
  import('./offline/keep-offline.ts').then(({ keepOffline }) => keepOffline(touchbase)).catch(() => undefined);
  if (touchbase.home.account === null) tellOnDesktop(touchbase);
}

/** While the person wants to be told on the desktop of this laptop. Who does not loads nothing of it. */
function tellOnDesktop(touchbase: Touchbase): void {
  let end = Promise.resolve(() => {});
  let isOn = false;
  effect(() => {
    const isWanted = keptSettings(touchbase.replica)?.remind_by_desktop === true;
    if (isWanted === isOn) return;
    isOn = isWanted;
    end = end.then((stop) => {
      stop();
      return isWanted ? begin(touchbase) : () => {};
    });
  });
}

async function begin(touchbase: Touchbase): Promise<() => void> {
  try {
    const { watchNotices } = await import('./reminders/desktop.ts');
    return watchNotices(touchbase);
  } catch {
    return () => {};
  }
}
