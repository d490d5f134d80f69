import { CADENCE_ROW } from './cadence-row.ts';
import { choice, entries, flag, reference, required, text } from './field.ts';
import { defineNoun, type RecordOf } from './noun.ts';
import { REMINDER_FIELDS, settleQuietDays } from './reminder-fields.ts';
import { STAGES } from './stages.ts';

/** The one settings record of a workspace has this id on every device, so that two devices never make two of it. */
export const SETTINGS_ID = '00000000-0000-7000-8000-000000000000';

/** So many pairs of records are kept apart, of each noun: the oldest go first. */
export const MOST_APART = 500;

const apart = (references: string) => {
  const party = required(reference({ label: 'One of them', references }));
  return entries({ label: 'Pairs that are not the same', most: MOST_APART, fields: { one: party, other: party } });
};

/** How a person likes Touchbase to be: the names and the order of the stages, what is suggested when, and how they are reminded. */
export const settings = defineNoun({
  type: 'settings',
  singular: 'settings',
  idField: 'settings_id',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', maxLength: 100 }),
    stages: entries({
      label: 'Stages',
      most: 8,
      fields: {
        stage: required(choice({ label: 'Stage', choices: STAGES })),
        name: text({ label: 'Name', maxLength: 50 }),
        is_hidden: flag({ label: 'Hidden' }),
      },
    }),
    cadence: entries({
      label: 'Cadence',
      most: 100,
      fields: CADENCE_ROW,
      hint: 'What to suggest after what, and when. Empty means the usual.',
    }),
    apart_contacts: apart('contacts'),
    apart_applications: apart('applications'),
    ...REMINDER_FIELDS,
  },
  settle: settleQuietDays,
});

/** The settings on the wire. */
export type Settings = RecordOf<typeof settings>;

/** Where the settings keep what is not the same. */
export type ApartField = 'apart_contacts' | 'apart_applications';
