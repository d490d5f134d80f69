import { useEffect, useMemo } from 'preact/hooks';
import { useTouchbase } from '../touchbase.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-reminders.ts';
import { Preview } from './preview.tsx';
import { RemindersPlace } from './reminders-place.ts';
import { Sent } from './sent.tsx';
import { Ways } from './ways.tsx';
import { When } from './when.tsx';
import './reminders.css';
import './ways.css';
import './when.css';
import './sent.css';

/** How and when a person is reminded, what would come now, and what was sent. */
export function Reminders() {
  const touchbase = useTouchbase();
  const place = useMemo(() => new RemindersPlace(touchbase), [touchbase]);
  useEffect(() => place.begin(), [place]);
  return (
    <>
      <ViewHead title={say.reminders.title}>
        <a href={touchbase.router.hrefTo('settings')}>{say.reminders.back}</a>
      </ViewHead>
      <div class="reminders">
        <p class="lead">{say.reminders.text}</p>
        <Ways place={place} />
        <When place={place} />
        <Preview place={place} />
        <Sent place={place} />
      </div>
    </>
  );
}
