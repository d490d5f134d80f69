import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-reminders.ts';
import { pushDeviceId, pushState, turnOffPush, turnOnPush } from './push.ts';
import type { PushState } from './push-device.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { type Doing, useDoing } from './use-doing.tsx';
import { Way } from './way.tsx';

const words = say.reminders.push;

/** By push, on this device and on others. */
export function PushWay({ place }: { readonly place: RemindersPlace }) {
  const doing = useDoing();
  const state = useSignal<PushState | null>(null);
  const { touchbase, reach, wishes } = place;
  const look = async () => {
    state.value = await pushState(touchbase);
  };
  useEffect(() => void look(), []);
  const isOn = state.value === 'on' && wishes.by.push;
  const key = reach.overview.value?.push_key ?? null;
  const turn = (on: boolean) =>
    doing.run(async () => {
      // The browser asks in answer to the click: nothing may come before that.
      if (on && key !== null && (await turnOnPush(touchbase, key)) === 'on') place.turn('push', true);
      if (!on) await turnOff(place);
      await Promise.all([look(), reach.load()]);
      return '';
    }, say.reminders.by.asking);
  const can = key !== null && (state.value === 'on' || state.value === 'off');
  return (
    <Way place={place} channel="push" isOn={isOn} canTurnOn={can} doing={doing} onTurn={turn}>
      <p class={state.value === 'denied' ? 'warning' : undefined}>{stateWords(state.value, isOn)}</p>
      {wishes.by.push && <Tells place={place} />}
      <OtherDevices place={place} doing={doing} />
    </Way>
  );
}

function stateWords(state: PushState | null, isOn: boolean): string {
  if (state === 'denied' || state === 'unsupported') return words[state];
  return isOn ? words.text : `${words.text} ${words.asks}`;
}

/** With the last device, nothing is left to which anything could come. */
async function turnOff(place: RemindersPlace): Promise<void> {
  const others = othersOf(place);
  await turnOffPush(place.touchbase);
  if (others.length === 0) place.turn('push', false);
}

function Tells({ place }: { readonly place: RemindersPlace }) {
  const { tells } = place.wishes;
  return (
    <label class="check tells">
      <input
        type="checkbox"
        checked={tells}
        aria-describedby="push-tells"
        onChange={(event) => {
          const { checked } = event.currentTarget;
          place.keep(checked ? words.toldOn : words.toldOff, { push_tells: checked });
        }}
      />
      <span>{words.tells}</span>
      <small id="push-tells">{words.tellsText}</small>
    </label>
  );
}

/** The devices beside this one that get notifications. */
function OtherDevices({ place, doing }: { readonly place: RemindersPlace; readonly doing: Doing }) {
  const others = othersOf(place);
  if (others.length === 0) return null;
  const remove = (id: string, name: string) =>
    doing.run(async () => {
      await place.api.dropDevice(id);
      await place.reach.load();
      return words.removed(name);
    });
  return (
    <div class="others">
      <h3 id="push-others">{words.devices}</h3>
      <ul aria-labelledby="push-others">
        {others.map(({ device_id, name, made_at }) => (
          <li key={device_id}>
            <span dir="auto">{name}</span>
            <time dateTime={made_at}>{words.since(dateWords(made_at.slice(0, 10)))}</time>
            <button
              type="button"
              class="link"
              aria-label={words.remove(name)}
              aria-disabled={doing.isBusy}
              onClick={() => remove(device_id, name)}
            >
              {say.reminders.by.remove}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function othersOf({ reach }: RemindersPlace) {
  const own = pushDeviceId();
  return (reach.overview.value?.devices ?? []).filter(({ device_id }) => device_id !== own);
}
