import { useEffect } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { task } from '../../domain/task.ts';
import { type Touchbase, useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { useShortcuts } from '../ui/keys.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-today.ts';
import { AgendaList } from './agenda-list.tsx';
import { dayOf } from './day.ts';
import { DayLine } from './day-line.tsx';
import { AllDone, NextOffer, NothingHere, prepareLater, SaveCalendar, TaskLine } from './later.ts';
// Before what is narrower changes of it.
import './writing.css';
import './today.css';
import './acts.css';

/** What to do today, what comes this week, and who is waited for. */
export function TodayView() {
  const touchbase = useTouchbase();
  const day = dayOf(touchbase);
  // Until all was read once, something may still be due.
  const isKnown = touchbase.reader.isReady.value;
  const isEmpty = isNothingHere(touchbase);
  const add = () => {
    day.isAdding.value = true;
  };
  const begin = () => day.focus(day.active.peek());
  useShortcuts({ t: add, ArrowDown: begin, ArrowUp: begin, f: pressOffer });
  useEffect(() => prepareLater(day), [day]);
  return (
    <div class="view">
      <main class="page my-day">
        <ViewHead title={say.places.today}>
          {!isEmpty && <SaveCalendar.Component />}
          <button type="button" class="primary" aria-keyshortcuts="t" onClick={add}>
            <Icon name="plus" />
            <span>{say.today.addTask}</span>
          </button>
        </ViewHead>
        <DayLine day={day} isEmpty={isEmpty} />
        {day.isAdding.value && <TaskLine.Component day={day} />}
        {day.offered.value && <NextOffer.Component day={day} thing={day.offered.value} />}
        {isEmpty && <NothingHere.Component />}
        {!isEmpty && isKnown && day.left.value === 0 && <AllDone.Component day={day} />}
        <AgendaList day={day} />
      </main>
    </div>
  );
}

/** Whether there is nothing from which a day could be made. */
function isNothingHere({ replica }: Touchbase): boolean {
  return [contact, application, task].every(({ type }) => replica.collection(type).size.value === 0);
}

/** Opens the choices of when to follow up next, where they are there. */
function pressOffer(): void {
  document.querySelector<HTMLElement>('.next-offer .plain')?.click();
}
