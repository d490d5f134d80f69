import { choice, dateTime, entries, integer, required, text } from './field.ts';
import { defineNoun, type RecordOf } from './noun.ts';

/** So many records are changed by one part at most: with its own record, as many as a batch takes. */
export const MOST_STEPS = 99;

/**
 * A part of an import, written before it is carried out: what it does to which record, so that the import can be undone
 * at any later time, on any device. What was written in a record is kept as a digest, not a second time.
 */
export const importNoun = defineNoun({
  type: 'imports',
  singular: 'import',
  idField: 'import_id',
  titleField: 'name',
  fields: {
    name: required(text({ label: 'Name', maxLength: 300, hint: 'The files that were brought in.' })),
    format: text({ label: 'Format', maxLength: 50 }),
    run: required(text({ label: 'Run', maxLength: 36, filter: 'run', hint: 'The same for all parts of an import.' })),
    part: required(integer({ label: 'Part', min: 1, max: 100_000 })),
    parts: required(integer({ label: 'Parts', min: 1, max: 100_000 })),
    undone_at: dateTime({ label: 'Undone' }),
    steps: entries({
      label: 'Steps',
      most: MOST_STEPS,
      fields: {
        type: required(text({ label: 'Type', maxLength: 50 })),
        id: required(text({ label: 'Record', maxLength: 36 })),
        act: required(choice({ label: 'What was done', choices: { created: 'Created', edited: 'Edited' } })),
        before: text({ label: 'Fields before, as JSON', maxLength: 250_000 }),
        after: required(text({ label: 'Digests of the fields after, as JSON', maxLength: 5000 })),
      },
    }),
  },
});

/** A part of an import on the wire. */
export type ImportPart = RecordOf<typeof importNoun>;

/** What a part of an import did to one record. */
export type ImportStep = ImportPart['steps'][number];
