import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { interaction } from '../../domain/interaction.ts';
import type { JsonObject } from '../../domain/json.ts';
import { localMoment } from '../../domain/local-moment.ts';
import { logInteraction } from '../deeds/log.ts';
import { FormField } from '../form/form-field.tsx';
import { FormState } from '../form/form-state.ts';
import { useValidation } from '../form/use-validation.ts';
import { useTouchbase } from '../touchbase.ts';
import { Icon } from '../ui/icon.tsx';
import { COMMAND_KEY } from '../ui/keys.ts';
import { told } from '../words/say-conversation.ts';
import { say } from '../words/say-later.ts';
import { type About, keyOf, othersOf } from './about.ts';
import { ComposerChoices, Direction } from './composer-choices.tsx';
import { COMPOSED, COMPOSED_NOTE, interactionFrom, isBlank } from './composing.ts';

interface ComposerProps {
  readonly about: About;
  /** Told what was logged. */
  readonly onLogged: (values: JsonObject, id: string) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Where a conversation is written down. Whatever is typed is kept at once; Escape only closes. */
export function Composer({ about, onLogged, onClose, onDiscard }: ComposerProps) {
  const touchbase = useTouchbase();
  const desk = touchbase.desks.interactions;
  const key = keyOf(about);
  const form = useRef<HTMLFormElement>(null);
  const state = useMemo(() => new FormState(desk.noun, desk.drafts, key), []);
  const isNothing = useSignal(false);
  const log = (typed: JsonObject) => {
    const values = interactionFrom(typed, about, localMoment(new Date()));
    const deed = logInteraction(touchbase, values);
    const made = deed?.steps.find(({ ref }) => ref.type === interaction.type);
    if (made) onLogged(values, made.ref.id);
    else desk.drafts.keep(key, { texts: state.texts.peek(), over: {} });
  };
  useValidation({ form, state, fields: COMPOSED, isNew: true, onSave: log });
  // At once: the next key is the first letter of the text.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('textarea')?.focus(), []);

  const isNote = state.textOf('kind', undefined) === 'note';
  const fields = isNote ? COMPOSED_NOTE : COMPOSED;
  const hasDuration = !isNote && state.textOf('kind', undefined) !== 'message';
  // A note of nothing is stopped before the form takes it.
  const onSubmit = (event: Event) => {
    isNothing.value = isNote && isBlank(state.texts.peek());
    if (!isNothing.value) return;
    event.preventDefault();
    event.stopPropagation();
    form.current?.querySelector<HTMLElement>('textarea')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const field = (name: keyof typeof COMPOSED) => (
    <FormField desk={desk} name={name} field={fields[name]} state={state} record={undefined} />
  );
  return (
    <section class="composer" aria-label={told.composer.title} onSubmitCapture={onSubmit} onKeyDown={onKeyDown}>
      <form ref={form} noValidate>
        <div class="choices">
          <ComposerChoices state={state} isNote={isNote} about={about} others={othersOf(touchbase, about)} />
          <button
            type="button"
            class="quiet corner"
            aria-label={told.composer.close}
            title={say.app.close}
            onClick={onClose}
          >
            <Icon name="close" />
          </button>
        </div>
        {!isNote && <Direction state={state} field={interaction.fields.direction} />}
        {field('body')}
        <div class="side-by-side">
          {field('subject')}
          <div class="duration" hidden={!hasDuration}>
            {field('duration')}
          </div>
        </div>
        {field('occurred_at')}
        <footer>
          <button type="submit" class="primary">
            {told.composer.save}
          </button>
          <kbd>{say.panel.saveKeys(COMMAND_KEY)}</kbd>
          <p class="error" role="alert">
            {isNothing.value && isBlank(state.texts.value) && told.composer.emptyNote}
          </p>
          {!isBlank(state.texts.value) && (
            <button type="button" class="link" onClick={onDiscard}>
              {told.composer.discard}
            </button>
          )}
        </footer>
      </form>
    </section>
  );
}
