import { useEffect, useMemo } from 'preact/hooks';
import type { AnyRecord } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import type { Desk } from '../form/desk.ts';
import { Form } from '../form/form.tsx';
import { AlreadyThere } from '../likely/likely-same.tsx';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { refOf } from './application-record.ts';
import { onEscape } from './on-escape.ts';
import { PartHead } from './part-head.tsx';
import { addNewPerson } from './people-deeds.ts';

interface NewPersonProps {
  readonly record: AnyRecord;
  readonly desk: Desk;
  /** That the contact begins with; may be empty. */
  readonly name: string;
  readonly onDone: () => void;
}

const NAMES = ['name', 'email', 'company', 'recruiter_company', 'phone', 'kind'];

/** A new contact, who is one of the people of this application at once: one deed, one Undo. */
export function NewPerson({ record, desk, name, onDone }: NewPersonProps) {
  const touchbase = useTouchbase();
  const { id } = refOf(record);
  useMemo(() => {
    const { drafts } = desk;
    const texts = { name, company: toText(record.company), recruiter_company: toText(record.via) };
    if (!drafts.get(id)) drafts.begin(id, Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')));
  }, [id]);
  useEffect(() => () => desk.unsaved.leave(id), [id]);
  const add = (values: Record<string, unknown>) => {
    addNewPerson(touchbase, record, values);
    onDone();
  };
  const cancel = () => {
    desk.drafts.drop(id);
    onDone();
  };
  return (
    <div class="new-person" role="group" aria-label={say.people.addNew} onKeyDown={onEscape(cancel)}>
      <PartHead title={say.people.addNew} isOpen onEdit={onDone} onClose={cancel} />
      <Form
        key={desk.drafts.revisionOf(id)}
        desk={desk}
        names={NAMES}
        draft={id}
        record={undefined}
        saveLabel={say.panel.saveNew}
        Note={AlreadyThere}
        onSave={add}
      />
    </div>
  );
}
