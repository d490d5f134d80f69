import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { plannedIn } from '../../domain/planned.ts';
import { task } from '../../domain/task.ts';
import { agendaInput } from '../agenda-input.ts';
import { onIdle } from '../sync/idle.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-today.ts';

/** More have no room. */
const MOST = 99;

/** How much is to be done until today; it is counted when the browser has nothing better to do. */
export function DueBadge() {
  const { replica, today } = useTouchbase();
  const count = useSignal(0);
  const isAsked = useRef(false);
  useSignalEffect(() => {
    for (const { type } of [contact, application, task]) replica.collection(type).revision.value;
    today.value;
    if (isAsked.current) return;
    isAsked.current = true;
    onIdle(() => {
      isAsked.current = false;
      const planned = plannedIn(agendaInput(replica, today.peek()));
      count.value = planned.filter(({ section }) => section === 'overdue' || section === 'today').length;
    });
  });
  if (count.value === 0) return null;
  return (
    <>
      <span class="badge" aria-hidden="true">
        {count.value > MOST ? `${MOST}+` : count.value}
      </span>
      <span class="visually-hidden">{say.today.untilToday(count.value)}</span>
    </>
  );
}
