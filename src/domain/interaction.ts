import { choice, dateTime, integer, reference, required, text } from './field.ts';
import { effectsOfInteraction } from './interaction-effects.ts';
import type { JsonObject } from './json.ts';
import { defineNoun, type Parsed, type RecordOf } from './noun.ts';
import { sourceId } from './source-id.ts';

/** A conversation, a message or a note: what was said, with whom, about which application. */
export const interaction = defineNoun({
  type: 'interactions',
  singular: 'interaction',
  idField: 'interaction_id',
  titleField: 'subject',
  fields: {
    subject: text({ label: 'Subject', maxLength: 500 }),
    contact_id: reference({ label: 'Contact', references: 'contacts', filter: 'contact_id' }),
    application_id: reference({ label: 'Application', references: 'applications', filter: 'application_id' }),
    channel: choice({
      label: 'Channel',
      filter: 'channel',
      choices: {
        email: 'E-mail',
        linkedin: 'LinkedIn',
        phone: 'Phone',
        video: 'Video',
        in_person: 'In person',
        text: 'Text message',
        other: 'Other',
      },
    }),
    direction: choice({ label: 'Direction', filter: 'direction', choices: { in: 'From them', out: 'From me' } }),
    kind: choice({
      label: 'Kind',
      filter: 'kind',
      choices: {
        message: 'Message',
        call: 'Call',
        recruiter_screen: 'Recruiter screen',
        technical: 'Technical interview',
        behavioural: 'Behavioural interview',
        panel: 'Panel interview',
        on_site: 'On-site interview',
        final: 'Final interview',
        note: 'Note',
      },
    }),
    occurred_at: required(dateTime({ label: 'When' })),
    duration: integer({ label: 'Duration', min: 0, max: 10_080, hint: 'In minutes.' }),
    body: text({ label: 'What was said', maxLength: 20_000, control: 'notes', column: false }),
    next_step: text({ label: 'Next step', maxLength: 500 }),
    source_id: sourceId,
  },
  settle: settleParties,
  effects: effectsOfInteraction,
});

/** An interaction on the wire. */
export type Interaction = RecordOf<typeof interaction>;

/** It is with somebody, or about an application, or both. */
function settleParties(before: JsonObject | undefined, sent: JsonObject): Parsed {
  const { contact_id, application_id } = { ...before, ...sent };
  if (contact_id || application_id) return { values: sent };
  const detail = 'Say with whom, by contact_id, or about which application, by application_id.';
  return { errors: [{ field: 'contact_id', code: 'required', detail }] };
}
