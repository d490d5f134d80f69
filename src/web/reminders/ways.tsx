import { say } from '../words/say-reminders.ts';
import { DesktopWay } from './desktop-way.tsx';
import { EmailWay } from './email-way.tsx';
import { PushWay } from './push-way.tsx';
import type { RemindersPlace } from './reminders-place.ts';
import { CHANNELS } from './wishes.ts';

const WAYS = { email: EmailWay, desktop: DesktopWay, push: PushWay };

/** By what a person is reminded: only that of which this home is capable. */
export function Ways({ place }: { readonly place: RemindersPlace }) {
  const { overview, trouble } = place.reach;
  const isKnown = overview.value !== null;
  const isAsking = !isKnown && trouble.value === null;
  const { title, loading, unknown } = say.reminders.by;
  return (
    <section aria-labelledby="reminders-by">
      <h2 id="reminders-by">{title}</h2>
      <p role="status" class={isKnown ? 'visually-hidden' : undefined}>
        {isAsking && loading}
        {!isKnown && trouble.value !== null && unknown}
      </p>
      {!isAsking && (
        <ul class="ways">
          {CHANNELS.filter((channel) => place.channels.includes(channel)).map((channel) => {
            const View = WAYS[channel];
            return <View key={channel} place={place} />;
          })}
        </ul>
      )}
    </section>
  );
}
