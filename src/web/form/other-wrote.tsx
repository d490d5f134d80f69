import type { ComponentChildren } from 'preact';
import type { Field } from '../../domain/field.ts';
import { isEqual } from '../../domain/json.ts';
import { type AnyRecord, idOf, type Noun } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { wordsOf } from '../contacts/words-of.ts';
import { isOf } from '../sync/change.ts';
import { useTouchbase } from '../touchbase.ts';
import { say } from '../words/say-later.ts';

interface OtherWroteProps {
  readonly noun: Noun;
  readonly name: string;
  readonly field: Field;
  readonly record: AnyRecord | undefined;
  /** What stands in the field now, where that was changed while a draft of it waited: saving would undo it. */
  readonly meanwhile: string | null;
  /** Puts a text into the control, as if it were typed: once it is saved, the conflict has ended. */
  readonly onTake: (text: string) => void;
}

/** What others wrote in a field, where this device wrote over it or is about to: the person says which one stays. */
export function OtherWrote({ noun, name, field, record, meanwhile, onTake }: OtherWroteProps) {
  const { replica } = useTouchbase();
  if (!record) return null;
  const ref = { type: noun.type, id: idOf(noun, record) };
  const conflicts = replica.conflicts.value.filter((conflict) => isOf(conflict, ref) && conflict.field === name);
  const latest = conflicts.findLast(({ theirs }) => !isEqual(theirs, record[name]));
  const theirs = latest && toText(latest.theirs);
  const resolve = () => void replica.commit({ resolved: conflicts });
  return (
    <>
      {theirs !== undefined && (
        <Told text={say.syncPanel.otherWrote(wordsOf(name, field, theirs))}>
          <Act label={say.syncPanel.keepMine} onClick={resolve} />
          <Act label={say.syncPanel.keepTheirs} onClick={() => onTake(theirs)} />
        </Told>
      )}
      {meanwhile !== null && (
        <Told text={say.panel.meanwhile(wordsOf(name, field, meanwhile))}>
          <Act label={say.panel.take} onClick={() => onTake(meanwhile)} />
        </Told>
      )}
    </>
  );
}

function Told({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  return (
    <p class="meanwhile" role="status">
      <span class="text" dir="auto">
        {text}
      </span>
      {children}
    </p>
  );
}

function Act({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" class="link" onClick={onClick}>
      {label}
    </button>
  );
}
