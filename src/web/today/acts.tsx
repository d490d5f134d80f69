import type { AgendaItem } from '../../domain/agenda-item.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { say } from '../words/say-doing.ts';
import type { Day } from './day.ts';
import { DayChoices } from './day-choices.tsx';
import { type Act, actsOf, KEYS, type Thing, titleOf } from './things.ts';

const ICONS: Readonly<Record<Act, IconName>> = {
  accept: 'plus',
  done: 'check',
  snooze: 'today',
  call: 'phone',
  mail: 'mail',
  dismiss: 'close',
};

interface ActsProps {
  readonly day: Day;
  readonly thing: Thing;
  /** Only those of one thing are reached by the tabulator: keys do the same. */
  readonly tabIndex: number;
}

/** What can be done with a thing. Where there is little room, what is done less often is in a menu. */
export function Acts({ day, thing, tabIndex }: ActsProps) {
  const today = useTouchbase().today.value;
  const [first, ...others] = actsOf(thing);
  const lesser = others.filter((act) => act !== 'snooze');
  return (
    <div class="thing-acts" role="group" aria-label={say.doing.actsOf(titleOf(thing))}>
      {first !== 'snooze' && first && <ActButton {...{ day, thing, tabIndex }} act={first} class="first" />}
      {(first === 'snooze' || others.includes('snooze')) && (
        <Menu
          class="quiet snooze"
          icon={ICONS.snooze}
          tabIndex={tabIndex}
          label={actWords('snooze', thing.item)}
          hint={hintOf('snooze', thing)}
          title={actWords('snooze', thing.item)}
        >
          <DayChoices today={today} onPick={(date) => day.putOff(thing, date)} />
        </Menu>
      )}
      {lesser.map((act) => (
        <ActButton key={act} {...{ day, thing, tabIndex }} act={act} class="quiet lesser" />
      ))}
      {lesser.length > 0 && (
        <Menu
          class="quiet more"
          icon="more"
          tabIndex={tabIndex}
          label={say.doing.acts.more}
          title={say.doing.acts.more}
        >
          {lesser.map((act) => (
            <button key={act} type="button" class="item" onClick={() => day.doAct(thing, act)}>
              <Icon name={ICONS[act]} />
              <span class="text">{actWords(act, thing.item)}</span>
            </button>
          ))}
        </Menu>
      )}
    </div>
  );
}

function ActButton({
  day,
  thing,
  act,
  tabIndex,
  class: name,
}: ActsProps & { readonly act: Act; readonly class: string }) {
  return (
    <button
      type="button"
      class={name}
      tabIndex={tabIndex}
      title={hintOf(act, thing)}
      onClick={() => day.doAct(thing, act)}
    >
      <Icon name={ICONS[act]} />
      <span class="text">{actWords(act, thing.item)}</span>
    </button>
  );
}

function hintOf(act: Act, { item }: Thing): string {
  const key = Object.keys(KEYS).find((one) => KEYS[one] === act) ?? '';
  return say.doing.keyed(actWords(act, item), key);
}

/** What an action is called, where it is done to this thing. */
function actWords(act: Act, { what }: AgendaItem): string {
  const { acts } = say.doing;
  if (act === 'done' && what === 'deadline') return acts.applied;
  if (act === 'dismiss' && what === 'deadline') return acts.expire;
  if (act === 'accept' && what === 'ghosted') return acts.ghost;
  if (act === 'snooze' && (what === 'waiting' || what === 'ghosted')) return acts.plan;
  return acts[act];
}
