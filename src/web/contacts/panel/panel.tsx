import type { TargetedKeyboardEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { type AnyRecord, idOf } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { NEW } from '../../form/drafts.ts';
import { Form } from '../../form/form.tsx';
import type { Route } from '../../route.ts';
import { useTouchbase } from '../../touchbase.ts';
import { isWide } from '../../ui/media.ts';
import { onDemand } from '../../ui/on-demand.tsx';
import { focusTitle } from '../../ui/panel-title.ts';
import { swallowSecondClick } from '../../ui/second-click.ts';
import { say } from '../../words/say-later.ts';
import { ContactPage } from './contact-page.tsx';
import { PanelHead } from './panel-head.tsx';

// Nobody misses a hint that could not be loaded.
const AlreadyThere = onDemand(async () => (await import('../../likely/likely-same.tsx')).AlreadyThere, Nothing);
const LikelySame = onDemand(async () => (await import('../../likely/likely-same.tsx')).LikelySameContact, Nothing);

interface PanelProps {
  readonly open: Exclude<Route['open'], null>;
  /** Told of a contact that was just added, after the panel has closed. */
  readonly onAdded: (id: string) => void;
}

/** One contact, or a new one, beside the list; over it where there is no room. */
export function Panel({ open, onAdded }: PanelProps) {
  const { desks, refusals, replica, router } = useTouchbase();
  const { unsaved } = desks.contacts;
  const key = open === 'new' ? NEW : open.id;
  useEffect(() => () => unsaved.leave(key), [key]);
  useEffect(() => refusals.takeBack(key), [key, replica.refused.value]);
  const close = (added?: string) => {
    router.open(null);
    if (added !== undefined) onAdded(added);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    // A menu that is open in it is what Escape closes.
    if (event.currentTarget.querySelector(':popover-open')) return event.stopPropagation();
    event.preventDefault();
    close();
  };
  return (
    <>
      {!isWide.value && <div class="scrim" onPointerDown={() => close()} />}
      <aside class="panel" aria-labelledby="panel-title" onKeyDown={onKeyDown} onClick={swallowSecondClick}>
        {open === 'new' ? <NewContact close={close} /> : <OneContact key={open.id} id={open.id} close={close} />}
      </aside>
    </>
  );
}

type Close = { readonly close: (added?: string) => void };

function NewContact({ close }: Close) {
  const { desks, actions } = useTouchbase();
  const desk = desks.contacts;
  return (
    <>
      <PanelHead title={say.contacts.addTitle} onClose={() => close()} />
      <Form
        key={desk.drafts.revisionOf(NEW)}
        desk={desk}
        draft={NEW}
        record={undefined}
        saveLabel={say.panel.saveNew}
        Note={AlreadyThere.Component}
        onSave={(values) => close(actions.create(values))}
      />
    </>
  );
}

function OneContact({ id, close }: { readonly id: string } & Close) {
  const { desks, actions, contacts, reader, replica } = useTouchbase();
  const { drafts } = desks.contacts;
  contacts.collection.revision.value;
  const record = replica.record({ type: contacts.noun.type, id });
  const title = toText(record?.[contacts.noun.titleField]) || say.contacts.addTitle;
  const isUnsaved = record === undefined && reader.isReady.value && drafts.get(id) !== undefined;
  if (record?.deleted_at || (record === undefined && !isUnsaved)) return <Absent id={id} close={close} />;

  const save = (values: Record<string, unknown>) => {
    if (isUnsaved) return close(actions.create(values, id));
    if (Object.keys(values).length > 0) actions.edit(id, values);
    close();
  };
  const remove = () => {
    close();
    actions.remove(id);
  };
  const form = (
    <Form
      key={drafts.revisionOf(id)}
      desk={desks.contacts}
      draft={id}
      record={record}
      saveLabel={record ? say.panel.save : say.panel.saveNew}
      Note={AlreadyThere.Component}
      onSave={save}
    />
  );
  return (
    <>
      <PanelHead title={title} record={record} onDelete={record && remove} onClose={() => close()} />
      {record && <LikelySame.Component record={record} />}
      {record ? <ContactPage record={record} details={form} /> : form}
    </>
  );
}

/** What stands where there is no such contact: not read yet, deleted, or never there. */
function Absent({ id, close }: { readonly id: string } & Close) {
  const { contacts, reader, replica } = useTouchbase();
  const { noun } = contacts;
  const record = replica.record({ type: noun.type, id });
  const isLoading = record === undefined && !reader.isReady.value;
  const title = isLoading ? say.contacts.loading(0) : say.panel.missingTitle;
  useEffect(() => {
    if (document.activeElement === document.body) focusTitle();
  }, []);
  return (
    <>
      <PanelHead title={record ? toText(record[noun.titleField]) : title} onClose={() => close()} />
      {!isLoading && <Explanation record={record} />}
    </>
  );
}

function Explanation({ record }: { readonly record: AnyRecord | undefined }) {
  const { actions, contacts } = useTouchbase();
  return (
    <div class="absent">
      <p>{record ? say.panel.deletedText : say.panel.missingText}</p>
      {record && (
        <button type="button" class="plain" onClick={() => actions.restore(idOf(contacts.noun, record))}>
          {say.panel.restore}
        </button>
      )}
    </div>
  );
}

function Nothing() {
  return null;
}
