import { addTask } from '../deeds/tasks.ts';
import { Form } from '../form/form.tsx';
import { useTouchbase } from '../touchbase.ts';
import { told } from '../words/say-conversation.ts';
import { type About, keyOf, partiesOf } from './about.ts';
import { CloseEditor, closeOnEscape } from './record-editor.tsx';

const NAMES = ['title', 'due_on', 'kind', 'repeat'];

/** Adds a task for a contact or an application. */
export function TaskForm({ about, onClose }: { readonly about: About; readonly onClose: () => void }) {
  const { deeds, desks } = useTouchbase();
  const key = keyOf(about);
  return (
    <section class="editing" aria-label={told.tasks.add} onKeyDown={(event) => closeOnEscape(event, onClose)}>
      <CloseEditor onClose={onClose} />
      <Form
        key={desks.tasks.drafts.revisionOf(key)}
        desk={desks.tasks}
        names={NAMES}
        draft={key}
        record={undefined}
        saveLabel={told.tasks.save}
        onSave={(values) => {
          addTask(deeds, { ...values, ...partiesOf(about) });
          onClose();
        }}
      />
    </section>
  );
}
