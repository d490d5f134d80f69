import { v7 } from 'uuid';
import { type Application, application } from '../src/domain/application.ts';
import { apply } from '../src/domain/changes.ts';
import { type Contact, contact } from '../src/domain/contact.ts';
import { type Interaction, interaction } from '../src/domain/interaction.ts';
import type { AnyRecord, FieldsOf, Noun, RecordOf } from '../src/domain/noun.ts';

const NOW = '2026-11-25T09:00:00.000Z';

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
  const whom = overrides.application_id || overrides.contact_id ? {} : { contact_id: v7() };
  return build(interaction, { occurred_at: NOW, kind: 'message', ...whom, ...overrides });
}

/** The record that creating it gives: so it is one that can be. */
function build<N extends Noun>(noun: N, record: Partial<FieldsOf<N>>): RecordOf<N> {
  const outcome = apply(noun, undefined, { op: 'create', record }, { id: v7(), now: NOW });
  if ('problem' in outcome) throw new Error(JSON.stringify(outcome.problem));
  return outcome.record as AnyRecord as RecordOf<N>;
}
