import { type Application, application } from '../src/domain/application.ts';
import { type Contact, contact } from '../src/domain/contact.ts';
import { type Interaction, interaction } from '../src/domain/interaction.ts';
import type { FieldsOf, Noun, RecordOf } from '../src/domain/noun.ts';
import { madeRecord, numberedId } from './made-record.ts';

let built = 0;

/** A contact as a server keeps it, of whom only what a test is about is said. */
export function buildContact(overrides: Partial<FieldsOf<typeof contact>> = {}): Contact {
  return build(contact, { name: 'Ann Lee', email: 'ann@example.org', ...overrides });
}

/** An application; with a `stage_history` its stage and outcome follow from that. */
export function buildApplication(overrides: Partial<FieldsOf<typeof application>> = {}): Application {
  return build(application, { position: 'Engineer', ...overrides });
}

/** An interaction; about a contact of whom nothing is known, where the test names neither a contact nor an application. */
export function buildInteraction(overrides: Partial<FieldsOf<typeof interaction>> = {}): Interaction {
  const whom = overrides.application_id || overrides.contact_id ? {} : { contact_id: numberedId(0) };
  return build(interaction, { occurred_at: '2026-03-02T09:00:00Z', kind: 'message', ...whom, ...overrides });
}

/** Another one with each call. */
function build<N extends Noun & { readonly idField: string }>(noun: N, values: Partial<FieldsOf<N>>): RecordOf<N> {
  built += 1;
  return madeRecord(noun, built, values);
}
