import { choice, date, dateTime, email, required, tags, text, url } from './field.ts';
import { defineNoun, type RecordOf } from './noun.ts';

/** A person whom a job seeker talks to: every field of it, once. */
export const contact = defineNoun({
  type: 'contacts',
  singular: 'contact',
  idField: 'contact_id',
  titleField: 'name',
  dueField: 'next_follow_up',
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
    email: required(email({ label: 'E-mail' })),
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
    linkedin_url: url({ label: 'LinkedIn', column: false }),
    notes: text({ label: 'Notes', maxLength: 20_000, control: 'notes', column: false }),
  },
});

/** A contact on the wire: its fields, and what the server keeps of every record. */
export type Contact = RecordOf<typeof contact>;
