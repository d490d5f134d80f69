import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { editApplication } from '../deeds/applications.ts';
import type { Desk } from '../form/desk.ts';
import { Form } from '../form/form.tsx';
import type { NoteProps } from '../form/form-field.tsx';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-application.ts';
import { onEscape } from './on-escape.ts';
import { PartHead } from './part-head.tsx';
import { Waiting } from './waiting.tsx';

/** That a part of the page is edited, and which of its fields the person wants first. */
export interface Editing {
  readonly name: string | null;
}

interface PartProps {
  readonly record: AnyRecord;
  readonly desk: Desk;
  readonly title: string;
  /** The fields of its form. */
  readonly names: readonly string[];
  readonly editing: Signal<Editing | null>;
  readonly Note?: ComponentType<NoteProps>;
  /** What is read while it is not edited. */
  readonly children: ComponentChildren;
}

/** A part of the page that is read, and edited in its place. What was typed and not saved waits there. */
export function Part({ record, desk, title, names, editing, Note, children }: PartProps) {
  const { deeds } = useTouchbase();
  const { drafts } = desk;
  const id = idOf(desk.noun, record);
  const place = useRef<HTMLElement>(null);
  const isOpen = editing.value !== null;
  useDraft(desk, id, editing);
  useFocusIn(place, editing.value);
  const set = (value: Editing | null) => () => {
    editing.value = value;
  };
  const save = (values: Record<string, unknown>) => {
    if (Object.keys(values).length > 0) editApplication(deeds, record, values);
    editing.value = null;
  };
  const revision = drafts.revisionOf(id);
  const onKeyDown = isOpen ? onEscape(set(null)) : undefined;
  return (
    <section ref={place} class="part" aria-label={title} onKeyDown={onKeyDown}>
      <PartHead title={title} isOpen={isOpen} onEdit={set({ name: null })} onClose={set(null)} />
      {isOpen ? (
        <Form
          key={revision}
          desk={desk}
          names={names}
          draft={id}
          record={record}
          saveLabel={say.application.save}
          {...(Note && { Note })}
          onSave={save}
        />
      ) : (
        <>
          {drafts.get(id) && <Waiting desk={desk} id={id} onGoOn={set({ name: null })} />}
          {children}
        </>
      )}
    </section>
  );
}

/** A draft from before is gone on with at once; one that is left behind is told of. */
function useDraft({ drafts, unsaved }: Desk, id: string, editing: Signal<Editing | null>): void {
  useEffect(() => {
    if (drafts.get(id)) editing.value = { name: null };
    return () => unsaved.leave(id);
  }, [id]);
}

/** To the field that is wanted; once the form has closed, to the button that opened it. */
export function useFocusIn(place: { readonly current: HTMLElement | null }, editing: Editing | null): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    const isNowhere = document.activeElement === document.body;
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector);
    if (editing?.name) find(`[name="${editing.name}"]`)?.focus();
    else if (isNowhere && editing) find('h2')?.focus();
    else if (isNowhere && wasOpen.current) find('.edit')?.focus();
    wasOpen.current = editing !== null;
  }, [editing]);
}

/** Whether a part is being edited, of which nothing outside of it knows. */
export function useEditing(): Signal<Editing | null> {
  return useSignal<Editing | null>(null);
}
