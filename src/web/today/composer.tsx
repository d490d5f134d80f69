import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { rowsOf } from '../../domain/history.ts';
import { localMoment } from '../../domain/local-moment.ts';
import { logInteraction } from '../deeds/log.ts';
import { useTouchbase } from '../touchbase.ts';
import { COMMAND_KEY } from '../ui/keys.ts';
import { say } from '../words/say-doing.ts';
import type { Day } from './day.ts';
import { finishing } from './doings.ts';
import { nameOf, type Thing } from './things.ts';

interface ComposerProps {
  readonly day: Day;
  readonly thing: Thing;
  readonly what: 'call' | 'mail';
}

type Direction = 'in' | 'out';

/** What was said just now, written down in the place of the thing: it may be all that it asked for. */
export function Composer({ day, thing, what }: ComposerProps) {
  const touchbase = useTouchbase();
  const { key } = thing.item;
  const draft = `${what} ${key}`;
  const area = useRef<HTMLTextAreaElement>(null);
  const direction = useSignal<Direction>(thing.item.what === 'waiting' ? 'in' : 'out');
  const body = useSignal(day.texts.get(draft) ?? '');
  const mayEnd = finishing(thing, day.when()).length > 0;
  const ends = useSignal(mayEnd);
  useEffect(() => area.current?.focus(), []);
  const close = () => {
    day.writing.value = null;
    day.focus(key);
  };
  const log = () => {
    const when = day.when();
    const values = { ...valuesOf(what, thing, when.now), direction: direction.value, body: body.value.trim() || null };
    const others = ends.value ? finishing(thing, when) : [];
    const deed = day.goingOn(key, () => logInteraction(touchbase, values, others), !ends.value);
    if (!deed) return;
    day.texts.delete(draft);
    if (ends.value) day.afterFinished(thing);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) log();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    log();
  };
  const words = say.doing.composer;
  return (
    <form class="writing" aria-label={words[what](nameOf(thing))} onSubmit={submit} onKeyDown={press}>
      <fieldset>
        <legend class="visually-hidden">{words.direction}</legend>
        {(['out', 'in'] as const).map((one) => (
          <label key={one} class="choice">
            <input
              type="radio"
              name={`direction ${key}`}
              checked={direction.value === one}
              onChange={() => {
                direction.value = one;
              }}
            />
            {words.directions[what][one]}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={area}
        dir="auto"
        aria-label={words.body}
        placeholder={words.body}
        maxLength={20_000}
        value={body.value}
        onInput={(event) => {
          body.value = event.currentTarget.value;
          day.texts.set(draft, body.value);
        }}
      />
      <div class="end">
        {mayEnd && (
          <label class="choice">
            <input
              type="checkbox"
              checked={ends.value}
              onChange={(event) => {
                ends.value = event.currentTarget.checked;
              }}
            />
            {words.finish}
          </label>
        )}
        <span class="space" />
        <button type="button" class="plain" onClick={close}>
          {words.cancel}
        </button>
        <button type="submit" class="primary" title={say.doing.keyed(words.log, `${COMMAND_KEY} Enter`)}>
          {words.log}
        </button>
      </div>
    </form>
  );
}

/** With the contact, or the only person of the application. */
function valuesOf(what: ComposerProps['what'], { item, application }: Thing, now: Date) {
  const people = rowsOf<{ readonly contact_id: string }>(application, 'contact_ids');
  const only = people.length === 1 ? people[0]?.contact_id : null;
  const how = what === 'call' ? { kind: 'call', channel: 'phone' } : { kind: 'message', channel: 'email' };
  return {
    ...how,
    occurred_at: localMoment(now),
    contact_id: item.contact_id ?? only ?? null,
    application_id: item.application_id,
  };
}
