import { useEffect } from 'preact/hooks';
import { addApplication } from '../deeds/applications.ts';
import { Form } from '../form/form.tsx';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { TopLine } from './page-head.tsx';

/** A new application that was typed once and never added. */
export function Kept({ id }: { readonly id: string }) {
  const { deeds, desks } = useTouchbase();
  const desk = desks.applications;
  useEffect(() => () => desk.unsaved.leave(id), [id]);
  return (
    <>
      <header class="page-head">
        <TopLine />
        <h1 tabIndex={-1}>{say.application.newTitle}</h1>
      </header>
      <div class="halves">
        <Form
          key={desk.drafts.revisionOf(id)}
          desk={desk}
          draft={id}
          record={undefined}
          saveLabel={say.application.add}
          onSave={(values) => addApplication(deeds, values, id)}
        />
      </div>
    </>
  );
}
