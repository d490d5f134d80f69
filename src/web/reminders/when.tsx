import { useId } from 'preact/hooks';
import { scheduleOf } from '../../domain/reminder-schedule.ts';
import { keptSettings } from '../settings/kept-settings.ts';
import { say } from '../words/say-reminders.ts';
import { ChosenInput } from './chosen-input.tsx';
import { Days } from './days.tsx';
import { nextWords } from './next-words.ts';
import { QuietDays } from './quiet-days.tsx';
import { isReached, lastDigest } from './reach.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { AT_FIELD, isReminded, nudgeChoices, QUARTERS, typedQuarter } from './wishes.ts';
import { Zone } from './zone.tsx';

const words = say.reminders.when;

/** At what time of which days, and how long before an interview. */
export function When({ place }: { readonly place: RemindersPlace }) {
  return (
    <section aria-labelledby="reminders-when">
      <h2 id="reminders-when">{words.title}</h2>
      <Next place={place} />
      <div class="wishes">
        <At place={place} />
        <Days place={place} />
        <Zone place={place} />
        <Nudge place={place} />
        <QuietDays place={place} />
      </div>
    </section>
  );
}

/** When the next digest comes. */
function Next({ place }: { readonly place: RemindersPlace }) {
  const { reach, touchbase, wishes, deviceZone } = place;
  const { off, nobody, ifDue } = say.reminders.next;
  const overview = reach.overview.value;
  const schedule = scheduleOf(keptSettings(touchbase.replica));
  const last = overview && lastDigest(overview);
  const comes = isReached(wishes, overview);
  const none = isReminded(wishes) ? nobody : off;
  return (
    <p class="next" role="status">
      <strong>{comes ? nextWords({ schedule, now: place.now.value, last, deviceZone }) : none}</strong>
      {comes && ifDue}
    </p>
  );
}

function At({ place }: { readonly place: RemindersPlace }) {
  const id = useId();
  const read = (text: string) => {
    const meant = typedQuarter(text);
    return meant === undefined ? { wrong: words.badTime } : { meant };
  };
  return (
    <div class="wish at">
      <label for={id}>{words.at}</label>
      <ChosenInput
        id={id}
        name="digest_at"
        field={AT_FIELD}
        saved={place.wishes.at}
        offered={() => QUARTERS}
        read={read}
        onKeep={(time) => place.keep(words.atSet(time), { digest_at: time })}
      />
    </div>
  );
}

function Nudge({ place }: { readonly place: RemindersPlace }) {
  const id = useId();
  const { nudgeBefore } = place.wishes;
  const choose = (text: string) => {
    const chosen = text === '' ? null : Number(text);
    place.keep(words.nudgeSet(chosen), { nudge_before: chosen });
  };
  return (
    <div class="wish nudge">
      <label for={id}>{words.nudge}</label>
      <div>
        <select
          id={id}
          name="nudge_before"
          aria-describedby={`${id}-note`}
          value={nudgeBefore ?? ''}
          onInput={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{words.nudgeOff}</option>
          {nudgeChoices(nudgeBefore).map((count) => (
            <option key={count} value={count}>
              {words.minutes(count)}
            </option>
          ))}
        </select>
        <p id={`${id}-note`} class="hint">
          {words.nudgeText}
        </p>
      </div>
    </div>
  );
}
