import { useRef } from 'preact/hooks';
import { addDays } from '../../domain/dates.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { task } from '../../domain/task.ts';
import { wakesOn } from '../../domain/timeline.ts';
import { toText } from '../../domain/typed-text.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { editTask, finishTask, removeTask, snoozeTask } from '../deeds/tasks.ts';
import { useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { told } from '../words/say-conversation.ts';
import { say } from '../words/say-later.ts';
import type { About } from './about.ts';
import { Acts } from './acts.tsx';
import { focusLogBar } from './log-bar.tsx';
import { OtherParty } from './other-party.tsx';
import { Editable } from './record-editor.tsx';

/** What is still to be done, each with what is done with it most. */
export function Ahead({ tasks, about }: { readonly tasks: readonly AnyRecord[]; readonly about: About }) {
  if (tasks.length === 0) return null;
  return (
    <section class="ahead" aria-label={told.tasks.title}>
      <h3>{told.tasks.title}</h3>
      <ul>
        {tasks.map((record) => (
          <li key={idOf(task, record)}>
            <OpenTask record={record} about={about} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OpenTaskProps {
  readonly record: AnyRecord;
  readonly about: About;
}

function OpenTask({ record, about }: OpenTaskProps) {
  const { deeds, desks } = useTouchbase();
  return (
    <Editable
      desk={desks.tasks}
      record={record}
      label={told.timeline.edit(toText(record.title))}
      onSave={(values) => editTask(deeds, record, values)}
    >
      {(edit, isBack) => <ShownTask record={record} about={about} onEdit={edit} isBack={isBack} />}
    </Editable>
  );
}

type ShownTaskProps = OpenTaskProps & { readonly onEdit: () => void; readonly isBack: boolean };

function ShownTask({ record, about, onEdit, isBack }: ShownTaskProps) {
  const { deeds, today } = useTouchbase();
  const place = useRef<HTMLDivElement>(null);
  useFocusHandOver(place, focusLogBar);
  const title = toText(record.title);
  const due = wakesOn(record);
  return (
    <div ref={place} class="open-task">
      <button
        type="button"
        class="tick"
        aria-label={told.tasks.done(title)}
        title={told.tasks.done(title)}
        onClick={() => finishTask(deeds, record, new Date().toISOString(), today.peek())}
      >
        <Icon name="check" />
      </button>
      <div class="what">
        <p class="subject" dir="auto">
          {title}
        </p>
        <p class="meta">
          {due ? followUpWords(due, today.value) : <span>{told.tasks.someday}</span>}
          <Meta record={record} />
          <OtherParty record={record} about={about} />
        </p>
      </div>
      <Snooze title={title} onSnooze={(days) => snoozeTask(deeds, record, addDays(today.peek(), days))} />
      <Acts name={title} isBack={isBack} onEdit={onEdit} onRemove={() => removeTask(deeds, record)} />
    </div>
  );
}

function Meta({ record }: { readonly record: AnyRecord }) {
  const { kind, repeat } = task.fields;
  const [what, rhythm] = [toText(record.kind), toText(record.repeat)];
  return (
    <>
      {what !== '' && <span>{say.schema.choice('kind', what, kind)}</span>}
      {rhythm !== '' && <span>{told.tasks.repeats(say.schema.choice('repeat', rhythm, repeat))}</span>}
    </>
  );
}

const DAYS = [1, 3, 7] as const;

/** Puts something off by a few days. */
function Snooze({ title, onSnooze }: { readonly title: string; readonly onSnooze: (days: number) => void }) {
  return (
    <Menu class="plain small" label={told.tasks.snooze} title={told.tasks.snoozeTitle(title)}>
      {DAYS.map((days) => (
        <button key={days} type="button" class="item" onClick={() => onSnooze(days)}>
          {days === 7 ? say.picks.week : say.picks.days(days)}
        </button>
      ))}
    </Menu>
  );
}
