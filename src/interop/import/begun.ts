import { type CalendarDate, splitDateTime } from '../../domain/dates.ts';
import type { JsonObject } from '../../domain/json.ts';
import { parseField } from '../../domain/noun.ts';
import type { Choices } from './choices.ts';
import type { Drafts } from './drafts.ts';
import { type Entry, nounOfFound } from './entry.ts';
import type { MessageClass, Proposal } from './found.ts';
import { textOf } from './identity.ts';
import type { Jobs } from './jobs.ts';
import type { PlanContext } from './plan.ts';

export interface Scene {
  readonly drafts: Drafts;
  readonly jobs: Jobs;
  readonly choices: Choices;
  readonly context: PlanContext;
}

/** How an application begins that a message confirms; empty where it confirms none, or does not name the position. */
export function newJob({ type, jobs: [job] }: Entry, said: MessageClass, on: CalendarDate): JsonObject {
  if (said !== 'application_confirmation' || !job?.position || type !== 'interactions') return {};
  const { position, company, url } = job;
  const noun = nounOfFound('applications');
  const fields = Object.entries({ position, company, url }).filter(
    ([name, value]) => value && noun.fields[name] && 'value' in parseField(name, noun.fields[name], value),
  );
  const isNamed = fields.some(([name]) => name === 'position');
  return isNamed ? { ...Object.fromEntries(fields), stage: 'applied', applied_on: on } : {};
}

/** Whether a message that is with nobody can come in together with the application that it confirms. */
export function canWait(entry: Entry): boolean {
  return entry.proposal !== null && Object.keys(newJob(entry, entry.proposal.class, dayOf(entry))).length > 0;
}

/** Begins the applications that messages with nobody confirm, as far as that was accepted: with them they are about something. */
export function beginAccepted(entries: readonly Entry[], { drafts, jobs, choices, context }: Scene): void {
  const accepted = entries.filter((entry) => {
    const { proposal, values, key } = entry;
    const isAlone = values.contact_id === undefined && values.application_id === undefined;
    return isAlone && proposal !== null && chosenOf(key, proposal, choices) === 'application_confirmation';
  });
  for (const entry of accepted.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))) {
    const on = dayOf(entry);
    const fields = newJob(entry, 'application_confirmation', on);
    if (Object.keys(fields).length === 0 || jobs.findAny(entry.jobs) !== null) continue;
    const id = context.idOf(`${entry.key}:job`);
    if (drafts.create(entry.key, 'applications', id, fields, on).length === 0) jobs.begin(id);
  }
}

/** What the person said that a message says, of this one or of all. */
export function chosenOf(
  key: string,
  said: Proposal,
  { rows, all }: Choices,
): MessageClass | 'dismissed' | 'undecided' {
  return rows[key]?.proposal ?? (all.proposals === 'accepted' ? said.class : (all.proposals ?? 'undecided'));
}

function dayOf({ values }: Entry): CalendarDate {
  return splitDateTime(textOf(values.occurred_at)).date;
}
