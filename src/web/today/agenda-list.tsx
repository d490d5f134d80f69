import { useLayoutEffect, useRef } from 'preact/hooks';
import { isPlain, isTyping } from '../ui/keys.ts';
import { say } from '../words/say-today.ts';
import type { Day, Part } from './day.ts';
import { DAY_LINE } from './day-line.tsx';
import { ThingRow } from './thing-row.tsx';
import { actsOf, KEYS, type Thing } from './things.ts';

/** Everything of the day, a section after the other: the arrow keys go through all of it. */
export function AgendaList({ day }: { readonly day: Day }) {
  const list = useRef<HTMLDivElement>(null);
  const parts = day.parts.value;
  const wish = day.wish.value;
  // Before the next key comes: it would be meant for the one that gets the focus.
  useLayoutEffect(() => {
    if (wish === null) return;
    day.wish.value = null;
    const main = wish === '' ? document.getElementById(DAY_LINE) : mainOf(list.current, wish);
    main?.focus();
    main?.scrollIntoView({ block: 'nearest' });
  }, [wish]);
  const { later } = day.agenda.value;
  return (
    <div ref={list} class="agenda" role="group" aria-label={say.today.agenda} onKeyDown={(event) => press(event, day)}>
      {parts.map((part) => (
        <SectionView key={part.section} day={day} part={part} />
      ))}
      {later > 0 && <p class="later">{say.today.later(later)}</p>}
      {parts.length > 0 && <p class="key-hints">{say.today.keys}</p>}
    </div>
  );
}

function SectionView({ day, part: { section, count, things, more } }: { readonly day: Day; readonly part: Part }) {
  const title = say.today.sections[section];
  const rest = count - things.length;
  return (
    <section class={`day-part ${section}`} aria-label={title}>
      <h2>
        {title} <span class="count">{count}</span>
      </h2>
      <ul>
        {things.map((thing) => (
          <ThingRow key={thing.item.key} day={day} thing={thing} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link" onClick={() => day.showMore(section)}>
          {rest > more ? say.today.showMore(more) : say.today.showAll(count)}
        </button>
      )}
    </section>
  );
}

const MOVES: Readonly<Record<string, -1 | 1 | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

/** One key each; never while a person types. */
function press(event: KeyboardEvent, day: Day): void {
  const { target, key, shiftKey } = event;
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-key]') : null;
  if (!row || !isPlain(event) || shiftKey || isTyping(target)) return;
  const thing = thingAt(day, row.dataset.key);
  const [move, act] = [MOVES[key], KEYS[key]];
  if (!thing || (move === undefined && act === undefined)) return;
  if (move !== undefined) day.move(thing.item.key, move);
  else if (act === undefined || !actsOf(thing).includes(act)) return;
  else if (act === 'snooze') row.querySelector<HTMLElement>('button.snooze')?.click();
  else day.doAct(thing, act);
  event.preventDefault();
}

function thingAt(day: Day, key: string | undefined): Thing | undefined {
  return day.parts
    .peek()
    .flatMap(({ things }) => things)
    .find(({ item }) => item.key === key);
}

function mainOf(list: HTMLElement | null, key: string): HTMLElement | null {
  return list?.querySelector(`[data-key="${CSS.escape(key)}"] .main`) ?? null;
}
