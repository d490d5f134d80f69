import { choice, date, entries, integer, reference, required, tags, text, url } from './field.ts';
import { MOST_ROWS } from './history.ts';
import { defineNoun, type RecordOf } from './noun.ts';
import { settleStage } from './settle-stage.ts';
import { sourceId } from './source-id.ts';
import { OUTCOMES, STAGES } from './stages.ts';

/** A job that a person goes for, from the posting to the answer: every field of it, once. */
export const application = defineNoun({
  type: 'applications',
  singular: 'application',
  idField: 'application_id',
  titleField: 'position',
  dueField: 'next_action_on',
  history: { field: 'stage_history', of: ['stage', 'outcome'] },
  fields: {
    position: required(text({ label: 'Position', maxLength: 200 })),
    company: text({
      label: 'Company',
      maxLength: 200,
      filter: 'company',
      hint: 'Empty while an agency does not say for whom it is.',
    }),
    stage: choice({ label: 'Stage', filter: 'stage', choices: STAGES }),
    outcome: choice({
      label: 'Outcome',
      filter: 'outcome',
      choices: OUTCOMES,
      hint: 'How it ended, once it is closed.',
    }),
    next_action: text({ label: 'Next action', maxLength: 500 }),
    next_action_on: date({ label: 'Next action on' }),
    applied_on: date({ label: 'Applied on' }),
    deadline: date({ label: 'Deadline' }),
    via: text({ label: 'Via agency', maxLength: 200, filter: 'via' }),
    route: choice({
      label: 'Route',
      filter: 'route',
      choices: {
        direct: 'Direct',
        recruiting_agency: 'Recruiting agency',
        staffing_agency: 'Staffing agency',
        referral: 'Referral',
      },
    }),
    applied_by: choice({
      label: 'Applied by',
      choices: { written: 'In writing or online', in_person: 'In person', phone: 'By phone' },
      column: false,
    }),
    location: text({ label: 'Location', maxLength: 200 }),
    workplace: choice({
      label: 'Workplace',
      filter: 'workplace',
      choices: { remote: 'Remote', hybrid: 'Hybrid', on_site: 'On site' },
    }),
    workload: choice({
      label: 'Workload',
      choices: { full_time: 'Full time', part_time: 'Part time' },
      column: false,
    }),
    salary_min: integer({ label: 'Salary from', min: 0, max: 1_000_000_000 }),
    salary_max: integer({ label: 'Salary to', min: 0, max: 1_000_000_000 }),
    salary_currency: text({ label: 'Currency', maxLength: 3, hint: 'Three letters, as in CHF or EUR.', column: false }),
    salary_period: choice({
      label: 'Salary per',
      choices: { year: 'Year', month: 'Month', day: 'Day', hour: 'Hour' },
      column: false,
    }),
    source: text({ label: 'Source', maxLength: 200, filter: 'source', hint: 'Where you found it.' }),
    url: url({ label: 'Posting', column: false }),
    resume_version: text({ label: 'Résumé version', maxLength: 100 }),
    tags: tags({ label: 'Tags', filter: 'tag', hint: 'Separate them with commas.' }),
    outcome_reason: text({
      label: 'Reason',
      maxLength: 500,
      column: false,
      hint: 'Why it ended so, as far as you know.',
    }),
    contact_ids: entries({
      label: 'People',
      most: 50,
      fields: {
        contact_id: required(reference({ label: 'Contact', references: 'contacts' })),
        role: text({ label: 'Role', maxLength: 100 }),
      },
    }),
    notes: text({ label: 'Notes', maxLength: 20_000, control: 'notes', column: false }),
    description: text({
      label: 'The posting’s text',
      maxLength: 100_000,
      control: 'notes',
      column: false,
      hint: 'Kept here: postings vanish.',
    }),
    source_id: sourceId,
    stage_history: entries({
      label: 'Stages so far',
      most: MOST_ROWS,
      fields: {
        stage: required(choice({ label: 'Stage', choices: STAGES })),
        outcome: choice({ label: 'Outcome', choices: OUTCOMES }),
        on: required(date({ label: 'On' })),
      },
    }),
  },
  together: [
    ['next_action', 'next_action_on'],
    ['via', 'route'],
    ['salary_min', 'salary_max', 'salary_currency', 'salary_period'],
  ],
  settle: settleStage,
});

/** An application on the wire. */
export type Application = RecordOf<typeof application>;
