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
import { beginningBy } from './proposals.ts';

export interface Scene {
  readonly drafts: Drafts;
  readonly jobs: Jobs;
  readonly choices: Choices;
  readonly context: PlanContext;
}

/** How an application begins that a message is about; empty where it is about none, or does not name the position. */
export function newJob({ type, jobs: [job] }: Entry, said: MessageClass, on: CalendarDate): JsonObject {
  const standing = beginningBy(said, on);
  if (Object.keys(standing).length === 0 || !job?.position || type !== 'interactions') return {};
  const { position, company, url } = job;
  const noun = nounOfFound('applications');
  const fields = Object.entries({ position, company, url }).filter(
    ([name, value]) => value && noun.fields[name] && 'value' in parseField(name, noun.fields[name], value),
  );
  const isNamed = fields.some(([name]) => name === 'position');
  return isNamed ? { ...Object.fromEntries(fields), ...standing } : {};
}

/** Whether a message that is with nobody can come in together with the application that it is about. */
export function canWait(entry: Entry): boolean {
  return entry.proposal !== null && Object.keys(newJob(entry, entry.proposal.class, dayOf(entry))).length > 0;
}

/** Begins the applications that messages with nobody are about, as far as that was accepted; confirmations come first. */
export function beginAccepted(entries: readonly Entry[], { drafts, jobs, choices, context }: Scene): void {
  const accepted = entries.flatMap((entry) => {
    const { proposal, values, key } = entry;
    const isAlone = values.contact_id === undefined && values.application_id === undefined;
    const said = isAlone && proposal !== null ? chosenOf(key, proposal, choices) : 'undecided';
    return said === 'undecided' || said === 'dismissed' ? [] : [{ entry, said, on: dayOf(entry) }];
  });
  const order = ({ said, on }: (typeof accepted)[number]) => `${said === 'application_confirmation' ? 0 : 1}${on}`;
  for (const { entry, said, on } of accepted.sort((one, other) => (order(one) < order(other) ? -1 : 1))) {
    const fields = newJob(entry, said, on);
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
