import { type Signal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CalendarDate } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { agendaInput } from '../agenda-input.ts';
import { useTouchbase } from '../touchbase.ts';
import { told } from '../words/say-conversation.ts';
import { type About, keyOf, othersOf } from './about.ts';
import { beginningOf, isBlank, type Medium, mediumOf, turnedInto } from './composing.ts';
import { suggestedFollowUp } from './suggested-follow-up.ts';

/** What a person is doing in a conversation right now. */
export type Doing =
  | { readonly what: 'nothing' }
  | { readonly what: 'composing'; readonly medium: Medium }
  | { readonly what: 'planning' }
  | {
      readonly what: 'offering';
      readonly contactId: string;
      readonly suggested: CalendarDate;
      /** Of what was logged: without it there is nothing to follow up. */
      readonly loggedId: string;
    };

const NOTHING: Doing = { what: 'nothing' };

export interface Composing {
  readonly doing: Signal<Doing>;
  /** Changes with each opening, so that the composer begins anew with what the draft holds. */
  readonly opened: Signal<string>;
  /** What waits in the draft; null where nothing does. */
  readonly waiting: () => Medium | null;
  readonly log: (medium: Medium) => void;
  /** Asks for a task. */
  readonly plan: () => void;
  readonly logged: (values: JsonObject, id: string) => void;
  readonly close: () => void;
  readonly discard: () => void;
}

/** Opens and closes what is written down about a contact or an application; its draft outlives the page. */
export function useComposing(about: About): Composing {
  const touchbase = useTouchbase();
  const { desks, replica, toasts, today } = touchbase;
  const { drafts, unsaved } = desks.interactions;
  const key = keyOf(about);
  const doing = useSignal<Doing>(NOTHING);
  const opened = useSignal('');
  const open = (medium: Medium) => {
    opened.value += '+';
    doing.value = { what: 'composing', medium };
  };
  const waiting = () => {
    const texts = drafts.get(key)?.texts;
    return texts && !isBlank(texts) ? mediumOf(texts) : null;
  };
  const log = (medium: Medium) => {
    const before = waiting();
    if (before === null) drafts.begin(key, beginningOf(medium, about, othersOf(touchbase, about)));
    else if (before !== medium && doing.peek().what !== 'composing') {
      // What was begun and closed is not turned into something else by a key.
      toasts.show({ text: told.composer.firstThis });
      return open(before);
    } else if (before !== medium) drafts.setAside(key, { texts: turnedInto(medium), over: {} });
    open(medium);
  };
  const close = () => {
    if (waiting() === null) drafts.drop(key);
    doing.value = NOTHING;
  };
  const discard = () => {
    doing.value = NOTHING;
    unsaved.discard(key);
  };
  const logged = (values: JsonObject, loggedId: string) => {
    const suggested = suggestedFollowUp(values, agendaInput(replica, today.peek()));
    const { contact_id } = values;
    const isOffered = typeof contact_id === 'string' && suggested !== null;
    doing.value = isOffered ? { what: 'offering', contactId: contact_id, suggested, loggedId } : NOTHING;
  };
  const plan = () => {
    doing.value = { what: 'planning' };
  };

  // Undone, it is not followed up.
  useSignalEffect(() => {
    desks.interactions.collection.revision.value;
    const now = doing.value;
    if (now.what === 'offering' && !desks.interactions.collection.get(now.loggedId)) doing.value = NOTHING;
  });

  // A draft of before, or one that was given back, is open at once.
  useEffect(() => {
    const before = waiting();
    if (doing.peek().what !== 'nothing') return;
    if (before !== null) open(before);
    else if (desks.tasks.drafts.get(key)) plan();
  }, [drafts.revisionOf(key)]);
  useEffect(
    () => () => {
      if (waiting() === null) drafts.drop(key);
      else unsaved.leave(key);
    },
    [key],
  );
  return { doing, opened, waiting, log, plan, logged, close, discard };
}
