import { dateTime } from '../../domain/field.ts';
import { interaction } from '../../domain/interaction.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Draft } from '../form/drafts.ts';
import { told } from '../words/say-conversation.ts';
import { type About, type Named, partiesOf } from './about.ts';

/** What is logged by one key or one click. */
export const MEDIA = ['call', 'email', 'note'] as const;
export type Medium = (typeof MEDIA)[number];

/** What each begins with. */
const BEGINNINGS: Readonly<Record<Medium, Draft['texts']>> = {
  call: { kind: 'call', channel: 'phone', direction: 'out' },
  email: { kind: 'message', channel: 'email', direction: 'out' },
  note: { kind: 'note' },
};

/** What a person types: all else is chosen for them, and is no loss. */
const TYPED = ['body', 'subject', 'occurred_at', 'duration'] as const;

const { occurred_at, ...fields } = interaction.fields;

/** The fields of the composer: without a time, it is now. */
export const COMPOSED = {
  body: fields.body,
  subject: fields.subject,
  occurred_at: dateTime({ label: occurred_at.label, hint: told.composer.nowHint }),
  duration: fields.duration,
};

/** Those of a note: nobody said it. */
export const COMPOSED_NOTE = { ...COMPOSED, body: { ...COMPOSED.body, label: told.composer.note } };

/** What the draft of a conversation begins with; the other party is named where there is only one. */
export function beginningOf(medium: Medium, about: About, others: readonly Named[]): Draft['texts'] {
  const [only, another] = others;
  const isOne = only !== undefined && another === undefined && medium !== 'note';
  return { ...BEGINNINGS[medium], ...(isOne && { [otherField(about)]: only.id }) };
}

/** What another medium makes of a draft that is begun. */
export function turnedInto(medium: Medium): Draft['texts'] {
  return { channel: '', direction: '', ...BEGINNINGS[medium] };
}

/** Whether nothing was typed yet. */
export function isBlank(texts: Draft['texts'] | undefined): boolean {
  return TYPED.every((name) => (texts?.[name] ?? '').trim() === '');
}

/** The field that names the other party: with whom about an application, about which application with a contact. */
export function otherField({ application }: About): 'contact_id' | 'application_id' {
  return application ? 'contact_id' : 'application_id';
}

/** The medium whose button a draft belongs to. */
export function mediumOf({ kind, channel }: Draft['texts']): Medium {
  if (kind === 'note') return 'note';
  return channel === 'email' || kind === 'message' ? 'email' : 'call';
}

/**
 * The values of an interaction.
 *
 * @param values what was typed and chosen, each of it right
 * @param now a date-time, for what was not said to be at another
 */
export function interactionFrom(values: JsonObject, about: About, now: string): JsonObject {
  const isNote = values.kind === 'note';
  return {
    ...values,
    ...(isNote && { channel: null, direction: null, duration: null }),
    ...(values.kind === 'message' && { duration: null }),
    [otherField(about)]: values[otherField(about)] ?? partiesOf(about)[otherField(about)],
    ...ownParty(about),
    occurred_at: values.occurred_at ?? now,
  };
}

function ownParty(about: About): JsonObject {
  const name = about.application ? 'application_id' : 'contact_id';
  return { [name]: partiesOf(about)[name] };
}
