import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { useShortcuts } from '../ui/keys.ts';
import { ViewHead } from '../ui/view-head.tsx';
import { say } from '../words/say-today.ts';
import { AgendaList } from './agenda-list.tsx';
import { AllDone } from './all-done.tsx';
import { dayOf } from './day.ts';
import { DayLine } from './day-line.tsx';
import { NextOffer, pressOffer } from './next-offer.tsx';
import { isNothingHere, NothingHere } from './nothing-here.tsx';
import { TaskLine } from './task-line.tsx';
import './today.css';

/** What to do today, what comes this week, and who is waited for. */
export function TodayView() {
  const touchbase = useTouchbase();
  const day = dayOf(touchbase);
  const isEmpty = isNothingHere(touchbase);
  const add = () => {
    day.isAdding.value = true;
  };
  const begin = () => day.focus(day.active.peek());
  useShortcuts({ t: add, ArrowDown: begin, ArrowUp: begin, f: pressOffer });
  return (
    <div class="view">
      <main class="page today">
        <ViewHead title={say.places.today}>
          <button type="button" class="primary" aria-keyshortcuts="t" onClick={add}>
            <Icon name="plus" />
            <span>{say.today.task.add}</span>
          </button>
        </ViewHead>
        <DayLine day={day} />
        {day.isAdding.value && <TaskLine day={day} />}
        <NextOffer day={day} />
        {isEmpty ? <NothingHere /> : <AllDone day={day} />}
        <AgendaList day={day} />
      </main>
    </div>
  );
}
