import { keptSettings } from '../settings/kept-settings.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-reminders.ts';
import { CHANNELS, wishesOf } from './wishes.ts';

/** By what a person is reminded, and the way to change it. */
export function RemindersLink() {
  const { replica, router } = useTouchbase();
  const { by } = wishesOf(keptSettings(replica));
  const on = CHANNELS.filter((channel) => by[channel]).map((channel) => say.reminders.by.short[channel]);
  return (
    <section aria-labelledby="settings-reminders">
      <h2 id="settings-reminders">{say.reminders.title}</h2>
      <p>{say.reminders.text}</p>
      <p class="found">{on.length > 0 ? say.reminders.on(on) : say.reminders.none}</p>
      <a class="plain" href={router.hrefTo('settings', null, { show: 'reminders' })}>
        {say.reminders.open}
      </a>
    </section>
  );
}
