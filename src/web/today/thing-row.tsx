import { useComputed } from '@preact/signals';
import { followUp } from '../../domain/follow-up.ts';
import type { TASK_KINDS } from '../../domain/task.ts';
import { toText } from '../../domain/typed-text.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { titleOf as applicationTitle } from '../deeds/applications.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { longDateWords } from '../words/moment.ts';
import { say } from '../words/say-today.ts';
import type { Day } from './day.ts';
import { Acts, Composer, TaskLine } from './later.ts';
import { actsOf, KEYS, type Thing, titleOf, whyOf } from './things.ts';

interface RowProps {
  readonly day: Day;
  readonly thing: Thing;
}

/** One thing of the day: what to do, with whom, why now, and what can be done with it. */
export function ThingRow({ day, thing }: RowProps) {
  const { key } = thing.item;
  const isActive = useComputed(() => day.active.value === key).value;
  const writing = useComputed(() => (day.writing.value?.key === key ? day.writing.value.what : null)).value;
  const tabIndex = isActive ? 0 : -1;
  return (
    <li class="thing" data-key={key} onFocusIn={() => day.choose(key)}>
      <div class="line">
        <Icon name={iconOf(thing)} class="kind" />
        <div class="what">
          <Main day={day} thing={thing} tabIndex={tabIndex} />
          <About thing={thing} tabIndex={tabIndex} />
        </div>
        <Acts.Component day={day} thing={thing} tabIndex={tabIndex} />
        <When thing={thing} />
      </div>
      {(writing === 'call' || writing === 'mail') && (
        <Composer.Component key={writing} day={day} thing={thing} what={writing} />
      )}
      {writing === 'task' && <TaskLine.Component day={day} thing={thing} />}
    </li>
  );
}

/** Opens whom or what it is about; a task that is about nothing is changed in its place. */
function Main({ day, thing, tabIndex }: RowProps & { readonly tabIndex: number }) {
  const { router } = useTouchbase();
  const acts = actsOf(thing);
  const keys = Object.keys(KEYS).filter((key) => acts.some((act) => act === KEYS[key]));
  const props = { class: 'main', tabIndex, 'aria-keyshortcuts': keys.join(' '), dir: 'auto' } as const;
  const { key } = thing.item;
  const edit = () => {
    day.writing.value = { key, what: 'task' };
  };
  const href = hrefOf(router, thing);
  return href === null ? (
    <button type="button" {...props} onClick={edit}>
      {titleOf(thing)}
    </button>
  ) : (
    <a {...props} href={href}>
      {titleOf(thing)}
    </a>
  );
}

function hrefOf(router: Touchbase['router'], { item, contact, application }: Thing): string | null {
  if (application && item.application_id !== null) return router.hrefTo('applications', { id: item.application_id });
  return contact && item.contact_id !== null ? router.hrefOf({ id: item.contact_id }) : null;
}

/** The people and the papers, and why it is there. */
function About({ thing, tabIndex }: { readonly thing: Thing; readonly tabIndex: number }) {
  const { router, today } = useTouchbase();
  const { item, contact, application } = thing;
  const title = titleOf(thing);
  const named = [
    { text: toText(contact?.name), href: router.hrefOf({ id: item.contact_id ?? '' }) },
    {
      text: application ? applicationTitle(application) : '',
      href: router.hrefTo('applications', { id: item.application_id ?? '' }),
    },
  ].filter(({ text }) => text !== '' && !title.includes(text));
  const company = application ? '' : toText(contact?.company);
  const words = [company, ...whyOf(thing, today.value)].filter(Boolean);
  return (
    <p class="about">
      {named.map(({ text, href }) => (
        <a key={href} href={href} tabIndex={tabIndex} dir="auto">
          {text}
        </a>
      ))}
      {words.map((text) => (
        <span key={text} dir="auto">
          {text}
        </span>
      ))}
    </p>
  );
}

/** When it is due, by words, colour and icon. */
function When({ thing: { item } }: { readonly thing: Thing }) {
  const today = useTouchbase().today.value;
  const { on, section, what } = item;
  if (on === null || section === 'waiting' || section === 'suggested') return null;
  const stands = followUp(on, today);
  if (what !== 'deadline' || stands.state === 'none') {
    return <span class="when">{followUpWords(on, today)}</span>;
  }
  return (
    <span class="when">
      <span class={`due ${stands.state}`} title={longDateWords(on)}>
        <Icon name={stands.state} />
        <span class="text">{say.today.due(stands)}</span>
        <span class="visually-hidden">{longDateWords(on)}</span>
      </span>
    </span>
  );
}

const TASK_ICONS: Readonly<Record<keyof typeof TASK_KINDS, IconName>> = {
  follow_up: 'quiet',
  reply: 'mail',
  thank_you: 'mail',
  prep: 'pen',
  check_status: 'quiet',
  todo: 'check',
};

function iconOf({ item, task }: Thing): IconName {
  switch (item.what) {
    case 'follow_up':
      return 'quiet';
    case 'next_action':
      return 'board';
    case 'deadline':
      return 'upcoming';
    case 'waiting':
      return 'today';
    case 'ghosted':
      return 'ghost';
    case 'suggestion':
      return TASK_ICONS[item.suggestion.kind];
    case 'task':
      return Object.entries(TASK_ICONS).find(([kind]) => kind === task?.kind)?.[1] ?? 'check';
  }
}
