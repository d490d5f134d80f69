import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { editSettings } from '../deeds/settings.ts';
import { keptSettings } from '../settings/kept-settings.ts';
import type { Touchbase } from '../touchbase.ts';
import { say } from '../words/say-reminders.ts';
import { Reach } from './reach.ts';
import { type Channel, type RemindersApi, remindersApi } from './reminders-api.ts';
import { deviceZone, switched, type Wishes, wishesOf } from './wishes.ts';

const MINUTE = 60_000;

/** What the parts of the place share. */
export class RemindersPlace {
  readonly touchbase: Touchbase;
  readonly api: RemindersApi;
  readonly reach: Reach;
  /** It moves on every minute. */
  readonly now: Signal<Instant> = signal(new Date().toISOString());
  readonly deviceZone = deviceZone();

  constructor(touchbase: Touchbase) {
    this.touchbase = touchbase;
    this.api = remindersApi(touchbase.home.request);
    this.reach = new Reach(this.api);
  }

  /** Asks the server, now and when the network is back. Gives what ends that. */
  begin(): () => void {
    const load = () => void this.reach.load();
    load();
    addEventListener('online', load);
    const ticking = setInterval(() => {
      this.now.value = new Date().toISOString();
    }, MINUTE);
    return () => {
      removeEventListener('online', load);
      clearInterval(ticking);
    };
  }

  /** The wishes as they stand; whoever draws them does so again after a change. */
  get wishes(): Wishes {
    return wishesOf(keptSettings(this.touchbase.replica));
  }

  /** By what this home can remind; where it could not be asked, by what homes like it do. */
  get channels(): readonly Channel[] {
    const usual: readonly Channel[] = this.isLaptop ? ['email', 'desktop', 'push'] : ['email', 'push'];
    return this.reach.overview.value?.channels ?? usual;
  }

  get isLaptop(): boolean {
    return this.touchbase.home.account === null;
  }

  /** Keeps what a person wishes, as one deed. */
  keep(label: string, values: JsonObject): void {
    editSettings(this.touchbase, label, values);
  }

  /** Keeps whether they are reminded by a channel, where that is not so already. */
  turn(channel: Channel, isOn: boolean): void {
    if (this.wishes.by[channel] === isOn) return;
    const label = (isOn ? say.reminders.by.turnedOn : say.reminders.by.turnedOff)[channel];
    this.keep(label, switched(this.wishes, channel, isOn, this.deviceZone));
  }
}
