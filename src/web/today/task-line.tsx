import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { LAST_DATE } from '../../domain/dates.ts';
import { parseField } from '../../domain/noun.ts';
import { task } from '../../domain/task.ts';
import { EARLIEST_DATE, toText } from '../../domain/typed-text.ts';
import { addTask, editTask } from '../deeds/tasks.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { say } from '../words/say-doing.ts';
import type { Day } from './day.ts';
import type { Thing } from './things.ts';

interface TaskLineProps {
  readonly day: Day;
  /** The task that is changed; absent for a new one. */
  readonly thing?: Thing;
}

/** What to do, and when, in one line: Enter keeps it, and the next one can be typed. */
export function TaskLine({ day, thing }: TaskLineProps) {
  const { deeds, today } = useTouchbase();
  const draft = `task ${thing?.item.key ?? ''}`;
  const { task: old } = thing ?? {};
  const title = useSignal(day.texts.get(draft) ?? toText(old?.title));
  const due = useSignal(old ? toText(old.due_on) : today.value);
  const problem = useSignal('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);
  const close = () => {
    if (thing) day.writing.value = null;
    else day.isAdding.value = false;
    day.focus(thing?.item.key ?? day.active.peek());
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const checked = parseField('title', task.fields.title, title.value);
    problem.value = 'error' in checked ? say.schema.error(checked.error) : '';
    input.current?.focus();
    if ('error' in checked) return;
    const values = { title: title.value.trim(), due_on: due.value || null };
    day.texts.delete(draft);
    if (old) editTask(deeds, old, values);
    else addTask(deeds, { ...values, kind: 'todo' });
    title.value = '';
    if (thing) close();
  };
  const words = say.doing.task;
  return (
    <form
      class="task-line"
      aria-label={thing ? words.edit : words.add}
      noValidate
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <input
        ref={input}
        type="text"
        dir="auto"
        autocomplete="off"
        aria-label={words.title}
        aria-invalid={problem.value !== ''}
        aria-describedby={problem.value === '' ? undefined : id}
        placeholder={words.title}
        value={title.value}
        onInput={(event) => {
          title.value = event.currentTarget.value;
          day.texts.set(draft, title.value);
        }}
      />
      <input
        type="date"
        aria-label={words.due}
        min={EARLIEST_DATE}
        max={LAST_DATE}
        value={due.value}
        onInput={(event) => {
          due.value = event.currentTarget.value;
        }}
      />
      <button type="submit" class="primary">
        {words.save}
      </button>
      <button type="button" class="quiet" aria-label={words.close} onClick={close}>
        <Icon name="close" />
      </button>
      {problem.value !== '' && (
        <p class="problem" id={id} role="alert">
          {problem.value}
        </p>
      )}
    </form>
  );
}
