import { CADENCE_ROW } from './cadence-rules.ts';
import { choice, entries, flag, required, text } from './field.ts';
import { defineNoun, type RecordOf } from './noun.ts';
import { STAGES } from './stages.ts';

/** The one settings record of a workspace has this id on every device, so that two devices never make two of it. */
export const SETTINGS_ID = '00000000-0000-7000-8000-000000000000';

/** How a person likes Touchbase to be: the names and the order of the stages, and what is suggested when. */
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
  },
});

/** The settings on the wire. */
export type Settings = RecordOf<typeof settings>;
