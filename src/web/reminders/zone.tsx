import { useId } from 'preact/hooks';
import { errorOf } from '../ui/field-text.ts';
import { say } from '../words/say-reminders.ts';
import { ChosenInput } from './chosen-input.tsx';
import type { RemindersPlace } from './reminders-place.ts';
import { isReminded, isSameZone, ZONE_FIELD, zoneNames } from './wishes.ts';

const words = say.reminders.when;

/** On whose clocks; where this device is elsewhere, it says so. */
export function Zone({ place }: { readonly place: RemindersPlace }) {
  const id = useId();
  const { zone } = place.wishes;
  const { deviceZone } = place;
  const isElsewhere = deviceZone !== null && (zone === null || !isSameZone(zone, deviceZone));
  // The first reminder that is turned on brings the zone along.
  const isSoon = zone === null && !isReminded(place.wishes);
  const read = (text: string) => {
    const meant = zoneNames().find((one) => one.toLowerCase() === text.trim().toLowerCase()) ?? text.trim();
    const error = errorOf('time_zone', ZONE_FIELD, meant);
    return error ? { wrong: say.schema.error(error) } : { meant };
  };
  const keep = (meant: string) =>
    place.keep(meant === '' ? words.zoneCleared : words.zoneSet(meant), { time_zone: meant === '' ? null : meant });
  return (
    <div class="wish zone">
      <label for={id}>{words.zone}</label>
      <div>
        <ChosenInput
          id={id}
          name="time_zone"
          field={ZONE_FIELD}
          saved={zone ?? ''}
          offered={zoneNames}
          read={read}
          onKeep={keep}
        />
        {isElsewhere && (
          <p class={isSoon ? 'elsewhere soon' : 'elsewhere'}>
            <span>{isSoon ? words.zoneComes(deviceZone) : hereWords(zone, deviceZone)}</span>
            <button type="button" class="link" onClick={() => keep(deviceZone)}>
              {words.useZone(deviceZone)}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

function hereWords(zone: string | null, deviceZone: string): string {
  return zone === null ? `${words.noZone} ${words.otherZone(deviceZone)}` : words.otherZone(deviceZone);
}
