import type { CalendarDate } from './dates.ts';
import { choice, date, dateTime, email, entries, flag, required, requiredUnless, tags, text, url } from './field.ts';
import { type Dated, MOST_ROWS, rowsOf, withRow } from './history.ts';
import { isEqual, type JsonObject } from './json.ts';
import { defineNoun, missing, type Parsed, type RecordOf } from './noun.ts';

/** A person whom a job seeker talks to: every field of it, once. */
export const contact = defineNoun({
  type: 'contacts',
  singular: 'contact',
  idField: 'contact_id',
  titleField: 'name',
  dueField: 'next_follow_up',
  history: { field: 'status_history', of: ['status'] },
  fields: {
    name: required(text({ label: 'Name', maxLength: 200 })),
    company: text({ label: 'Company', maxLength: 200, filter: 'company' }),
    position_applied: text({ label: 'Position applied for', maxLength: 200 }),
    status: text({
      label: 'Status',
      maxLength: 100,
      filter: 'status',
      suggestions: [
        'to contact',
        'awaiting reply',
        'in conversation',
        'interviewing',
        'offer',
        'ghosted',
        'on hold',
        'closed',
      ],
    }),
    next_follow_up: date({ label: 'Next follow-up' }),
    last_contacted: dateTime({ label: 'Last contacted' }),
    email: requiredUnless('needs_email', email({ label: 'E-mail' })),
    phone: text({ label: 'Phone', maxLength: 50, control: 'tel' }),
    kind: choice({
      label: 'Kind',
      filter: 'kind',
      choices: {
        agency_recruiter: 'Agency recruiter',
        in_house_recruiter: 'In-house recruiter',
        hiring_manager: 'Hiring manager',
        interviewer: 'Interviewer',
        referral: 'Referral',
        other: 'Other',
      },
    }),
    recruiter_company: text({ label: 'Recruiter’s company', maxLength: 200 }),
    location: text({ label: 'Location', maxLength: 200 }),
    tags: tags({ label: 'Tags', filter: 'tag', hint: 'Separate them with commas.' }),
    source: text({ label: 'Source', maxLength: 200, hint: 'Where you found each other.' }),
    needs_email: flag({
      label: 'Needs e-mail',
      filter: 'needs_email',
      column: false,
      typed: false,
      hint: 'Send true without an e-mail where none is known, as an import does. With an e-mail it is false by itself.',
    }),
    linkedin_url: url({ label: 'LinkedIn', column: false }),
    notes: text({ label: 'Notes', maxLength: 20_000, control: 'notes', column: false }),
    status_history: entries({
      label: 'Statuses so far',
      most: MOST_ROWS,
      fields: {
        status: text({ label: 'Status', maxLength: 100 }),
        on: required(date({ label: 'On' })),
      },
    }),
  },
  settle: settleContact,
});

/** A contact on the wire: its fields, and what the server keeps of every record. */
export type Contact = RecordOf<typeof contact>;

interface StatusRow extends Dated {
  readonly status: unknown;
}

function settleContact(before: JsonObject | undefined, sent: JsonObject, on: CalendarDate): Parsed {
  const reachable = settleEmail(before, sent);
  return 'errors' in reachable ? reachable : settleStatus(before, reachable.values, on);
}

/**
 * The mark `needs_email` tells that there is no e-mail, and only a contact with the mark has none. An e-mail takes the mark
 * away; what takes the e-mail away says that one is needed, as an undoing does.
 */
function settleEmail(before: JsonObject | undefined, sent: JsonObject): Parsed {
  const { email = null, needs_email = false } = { ...before, ...sent };
  if (email !== null) return { values: needs_email === true ? { ...sent, needs_email: false } : sent };
  return needs_email === true ? { values: sent } : { errors: [missing('email', contact.fields.email)] };
}

/** A status that changes is written into the history; who sends the history itself knows better. */
function settleStatus(before: JsonObject | undefined, sent: JsonObject, on: CalendarDate): Parsed {
  const { status = null, status_history } = { ...before, ...sent };
  const isRewritten = Object.hasOwn(sent, 'status_history') && !isEqual(status_history, before?.status_history ?? []);
  if (isRewritten) return { values: sent };
  const rows = rowsOf<StatusRow>(before, 'status_history');
  const was = rows.length > 0 ? rows.at(-1)?.status : (before?.status ?? null);
  return { values: { ...sent, status_history: status === was ? rows : withRow(rows, { status, on }) } };
}
