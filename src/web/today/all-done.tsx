import { followUp } from '../../domain/follow-up.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-doing.ts';
import type { Day } from './day.ts';
import { countFinished, countTalked } from './done-today.ts';
import { thingOf, titleOf } from './things.ts';

/** When nothing is left for today: what was done, and what comes next. */
export function AllDone({ day }: { readonly day: Day }) {
  const { replica, today } = useTouchbase();
  const agenda = day.agenda.value;
  const finished = countFinished(replica, day, today.value);
  const talked = countTalked(replica, today.value);
  const { next } = agenda;
  const { done } = say.doing;
  const when = next ? say.followUp(followUp(next.on, today.value)).toLocaleLowerCase() : '';
  const lines = [done.finished(finished), done.talked(talked)];
  return (
    <section class="all-done" aria-label={say.today.sections.today}>
      <Icon name="check" />
      <h2>{finished + talked > 0 ? done.title : done.quiet}</h2>
      <p dir="auto">
        {[...lines, next ? done.next(titleOf(thingOf(replica, next)), when) : done.noNext].filter(Boolean).join(' ')}
      </p>
    </section>
  );
}
