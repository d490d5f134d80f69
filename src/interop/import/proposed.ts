import { splitDateTime } from '../../domain/dates.ts';
import { isEmpty } from '../../domain/digest.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { AnyRecord } from '../../domain/noun.ts';
import { chosenOf, newJob, type Scene } from './begun.ts';
import type { Entry } from './entry.ts';
import type { Proposal } from './found.ts';
import { textOf } from './identity.ts';
import type { ProposalRow, Row } from './plan.ts';
import { editBy } from './proposals.ts';
import type { PlannedRow } from './rows.ts';
import type { Work } from './work.ts';

/** The rows with what their messages seem to say; what was accepted is done, in the order of the messages. */
export function* proposed(planned: readonly PlannedRow[], scene: Scene): Work<readonly Row[]> {
  const proposals = new Map<string, ProposalRow | null>();
  const saying = planned.flatMap((one) => (one.entry.proposal ? [{ ...one, said: one.entry.proposal }] : []));
  const day = ({ entry }: (typeof saying)[number]) => textOf(entry.values.occurred_at);
  // Confirmations come first: they may begin what the others are about.
  const order = (one: (typeof saying)[number]) => `${isConfirmation(one, scene) ? 0 : 1}${day(one)}`;
  for (const one of saying.sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    proposals.set(one.row.key, proposalOf(one, day(one), scene));
    yield;
  }
  for (const one of planned) {
    placeIn(one, scene);
    yield;
  }
  return planned.map(({ row }) => {
    const proposal = proposals.get(row.key);
    return proposal ? { ...row, proposal } : row;
  });
}

function isConfirmation({ row, said }: Saying, { choices }: Scene): boolean {
  return chosenOf(row.key, said, choices) === 'application_confirmation';
}

/** What is about an application that was only begun here belongs to it as well. */
function placeIn({ entry, row: { key, type, id } }: PlannedRow, { drafts, jobs, context }: Scene): void {
  if (type !== 'interactions' && type !== 'tasks') return;
  const application_id = jobs.findBegun(entry.jobs);
  const record = drafts.get(type, id);
  if (application_id && id !== null && record?.application_id === null) {
    drafts.edit(key, type, id, { application_id }, context.today);
  }
}

interface Saying extends PlannedRow {
  readonly said: Proposal;
}

function proposalOf({ row, entry, said, waits }: Saying, at: string, scene: Scene): ProposalRow | null {
  const { drafts, choices } = scene;
  const chosen = chosenOf(row.key, said, choices);
  const application = row.action === 'alone' && row.id === null ? undefined : applicationOf(row, entry, scene);
  const on = splitDateTime(at).date;
  const class_ = chosen === 'dismissed' || chosen === 'undecided' ? said.class : chosen;
  const canBegin = row.id !== null || waits;
  const edit = application ? editBy(class_, application, on) : canBegin ? newJob(entry, class_, on) : {};
  const isNews = Object.keys(edit).length > 0;
  if (!isNews && row.action === 'alone' && !waits) return null;
  if (isNews && !waits && class_ === chosen) {
    if (!application) begin(row, edit, on, scene);
    else drafts.edit(row.key, 'applications', textOf(application.application_id), edit, on);
    if (application && chosen === 'interview_invitation') prepare(row, application, on, scene);
  }
  const about =
    application === undefined ? null : { id: textOf(application.application_id), title: titleOf(application) };
  return { class: said.class, because: said.because, chosen, application: about, edit };
}

/** The application that the message is about; else the one that its sender is part of. */
function applicationOf({ type, id }: Row, entry: Entry, { drafts, jobs }: Scene): AnyRecord | undefined {
  const record = drafts.get(type, id);
  const named = textOf(record?.application_id) || jobs.findAny(entry.jobs);
  const about = named || jobs.ofContact(textOf(record?.contact_id));
  return drafts.get('applications', about);
}

function begin({ key, id }: Row, fields: JsonObject, on: string, { drafts, jobs, context }: Scene): void {
  const application_id = context.idOf(`${key}:job`);
  const contact_id = drafts.get('interactions', id)?.contact_id;
  const contact_ids = contact_id ? [{ contact_id, role: null }] : [];
  const errors = drafts.create(key, 'applications', application_id, { ...fields, contact_ids }, on);
  if (errors.length > 0 || id === null) return;
  drafts.edit(key, 'interactions', id, { application_id }, on);
  jobs.begin(application_id);
}

/** Something to do before an interview. The day of it is not known: it is due at once, if the message is not past. */
function prepare({ key }: Row, application: AnyRecord, on: string, { drafts, context }: Scene): void {
  const task = {
    title: `Prepare for the interview: ${titleOf(application)}`.slice(0, 300),
    kind: 'prep',
    due_on: on > context.today ? on : context.today,
    application_id: application.application_id,
  };
  drafts.create(key, 'tasks', context.idOf(`${key}:prep`), task, context.today);
}

function titleOf({ position, company }: AnyRecord): string {
  return isEmpty(company) ? textOf(position) : `${textOf(position)}, ${textOf(company)}`;
}
