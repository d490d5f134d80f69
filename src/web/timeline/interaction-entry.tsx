import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { interaction } from '../../domain/interaction.ts';
import { type AnyRecord, idOf } from '../../domain/noun.ts';
import { toText } from '../../domain/typed-text.ts';
import { removal } from '../deeds/edits.ts';
import { editInteraction } from '../deeds/log.ts';
import { useTouchbase } from '../touchbase.ts';
import { useFocusHandOver } from '../ui/focus-back.ts';
import { told } from '../words/say-conversation.ts';
import type { About } from './about.ts';
import { Acts } from './acts.tsx';
import { Folded } from './folded.tsx';
import { Glyph } from './glyph.tsx';
import { directionWords, glyphOf, interactionName, kindWords } from './interaction-words.ts';
import { focusLogBar } from './log-bar.tsx';
import { OtherParty } from './other-party.tsx';
import { Editable } from './record-editor.tsx';
import { When } from './when.tsx';

interface InteractionEntryProps {
  readonly record: AnyRecord;
  readonly at: string;
  readonly about: About;
}

/** A conversation: who said what, when and how. */
export function InteractionEntry({ record, at, about }: InteractionEntryProps) {
  const touchbase = useTouchbase();
  const { deeds, desks } = touchbase;
  const ref = { type: interaction.type, id: idOf(interaction, record) };
  const name = interactionName(record);
  return (
    <Editable
      desk={desks.interactions}
      record={record}
      label={told.timeline.edit(name)}
      onSave={(values) => editInteraction(touchbase, told.timeline.saved(name), record, values)}
    >
      {(edit, isBack) => (
        <Shown name={name} record={record} at={at} about={about}>
          <Acts
            name={name}
            isBack={isBack}
            onEdit={edit}
            onRemove={() => deeds.do(told.timeline.removed(name), [removal(ref)])}
          />
        </Shown>
      )}
    </Editable>
  );
}

type ShownProps = InteractionEntryProps & { readonly name: string; readonly children: ComponentChildren };

function Shown({ record, at, about, name, children }: ShownProps) {
  const place = useRef<HTMLElement>(null);
  useFocusHandOver(place, focusLogBar);
  const direction = directionWords(record);
  return (
    <article ref={place} class="entry interaction" aria-label={name}>
      <Glyph name={glyphOf(record)} />
      <p class="line">
        <strong>{kindWords(record)}</strong>
        {direction !== '' && (
          <span class="direction-words">
            <Glyph name={record.direction === 'in' ? 'in' : 'out'} />
            {direction}
          </span>
        )}
        {typeof record.duration === 'number' && <span>{told.timeline.minutes(record.duration)}</span>}
      </p>
      <span class="side">
        <When at={at} />
        {children}
      </span>
      <Said record={record} />
      <OtherParty record={record} about={about} />
    </article>
  );
}

function Said({ record }: { readonly record: AnyRecord }) {
  const [subject, body, next] = [record.subject, record.body, record.next_step].map(toText);
  if (!subject && !body && !next) return null;
  return (
    <div class="said">
      {subject && (
        <p class="subject" dir="auto">
          {subject}
        </p>
      )}
      {body && <Folded text={body} />}
      {next && (
        <p class="next" dir="auto">
          {told.timeline.next(next)}
        </p>
      )}
    </div>
  );
}
