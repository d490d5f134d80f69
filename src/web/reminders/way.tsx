import type { ComponentChildren, RefObject } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../words/say-reminders.ts';
import { showNotices } from './desktop.ts';
import type { Channel } from './reminders-api.ts';
import type { RemindersPlace } from './reminders-place.ts';
import { type Doing, Said, useDoing } from './use-doing.tsx';

interface WayProps {
  readonly place: RemindersPlace;
  readonly channel: Channel;
  readonly isOn: boolean;
  /** Whether it can be turned on at all; off it can be turned always. */
  readonly canTurnOn: boolean;
  readonly doing: Doing;
  readonly onTurn: (isOn: boolean) => void;
  /** What it needs, and how it is. */
  readonly children: ComponentChildren;
}

/** One way by which reminders come: a switch, what it needs, and one to try it. */
export function Way({ place, channel, isOn, canTurnOn, doing, onTurn, children }: WayProps) {
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  useFocusKept(row, doing.isBusy);
  const isShut = doing.isBusy || !(isOn || canTurnOn);
  return (
    <li ref={row}>
      <button
        type="button"
        role="switch"
        class="switch"
        aria-checked={isOn}
        aria-disabled={isShut}
        aria-describedby={id}
        onClick={() => isShut || onTurn(!isOn)}
      >
        <span class="track" aria-hidden="true" />
        {say.reminders.by.names[channel]}
      </button>
      <div class="about">
        <div id={id} class="needs">
          {children}
        </div>
        <Said doing={doing} />
        {isOn && <Trial place={place} channel={channel} />}
      </div>
    </li>
  );
}

/** A button that is gone with what it mended leaves the focus on the switch. */
function useFocusKept(row: RefObject<HTMLElement | null>, isBusy: boolean): void {
  const wasIn = useRef(false);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (isBusy) wasIn.current = row.current?.contains(activeElement) ?? false;
    else if (wasIn.current && activeElement === document.body) {
      row.current?.querySelector<HTMLElement>('[role=switch]')?.focus();
    }
  }, [isBusy]);
}

/** Sends one now and says what came of it. */
function Trial({ place, channel }: Pick<WayProps, 'place' | 'channel'>) {
  const doing = useDoing();
  const { trial, by } = say.reminders;
  const send = () =>
    doing.run(async () => {
      const { state, detail } = await place.api.trial(channel);
      // What fails is shown the next time that this page asks.
      if (channel === 'desktop') showNotices(place.touchbase).catch(() => undefined);
      await place.reach.load();
      if (state === 'failed' || state === 'delayed') throw new Error(trial.failed(detail ?? ''));
      return state === 'sent' ? trial.sent[channel] : trial.under;
    }, trial.sending);
  return (
    <div class="trial">
      <button
        type="button"
        class="link"
        aria-label={trial.of(by.short[channel])}
        aria-disabled={doing.isBusy}
        onClick={send}
      >
        {trial.send}
      </button>
      <Said doing={doing} />
    </div>
  );
}
