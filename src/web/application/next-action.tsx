import { application } from '../../domain/application.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { task } from '../../domain/task.ts';
import { toText } from '../../domain/typed-text.ts';
import { followUpWords } from '../contacts/follow-up-words.tsx';
import { editApplication } from '../deeds/applications.ts';
import { creation, edition } from '../deeds/edits.ts';
import { QuickPicks } from '../form/quick-picks.tsx';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { dateWords } from '../words/moment.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { Part, useEditing } from './part.tsx';
import { usePartDesk } from './use-part-desk.ts';

/** What is to be done next for an application, and when. */
export function NextAction({ record }: { readonly record: AnyRecord }) {
  const desk = usePartDesk('next');
  const editing = useEditing();
  const isPlanned = toText(record.next_action) !== '' || toText(record.next_action_on) !== '';
  const edit = () => {
    editing.value = { name: 'next_action' };
  };
  return (
    <Part
      record={record}
      desk={desk}
      title={say.next.title}
      names={['next_action', 'next_action_on']}
      editing={editing}
    >
      {isPlanned ? (
        <Planned record={record} />
      ) : (
        <p class="nothing-yet">
          {say.next.none}
          <button type="button" class="link" onClick={edit}>
            {say.next.plan}
          </button>
        </p>
      )}
    </Part>
  );
}

function Planned({ record }: { readonly record: AnyRecord }) {
  const { deeds, today } = useTouchbase();
  const [text, on] = [toText(record.next_action), toText(record.next_action_on)];
  const finish = () => {
    const nothing = { next_action: null, next_action_on: null };
    const title = text || say.next.title;
    const done = { title, kind: 'todo', due_on: on || null, application_id: refOf(record).id };
    deeds.do(say.tasks.done(title), [
      edition(refOf(record), nothing),
      creation(task.type, { ...done, done_at: new Date().toISOString() }),
    ]);
  };
  const putOff = (date: string) => editApplication(deeds, record, { next_action_on: date === '' ? null : date });
  return (
    <div>
      <p class="long" dir="auto">
        {text || say.next.noText}
      </p>
      {on !== '' && (
        <p class="planned-on">
          {followUpWords(on, today.value)}
          <span class="muted">{dateWords(on)}</span>
        </p>
      )}
      <div class="next-acts">
        <button type="button" class="plain" onClick={finish}>
          <Icon name="check" />
          {say.next.done}
        </button>
        <QuickPicks name="next_action_on" field={application.fields.next_action_on} onPick={putOff} />
      </div>
    </div>
  );
}
