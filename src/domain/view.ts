import { required, text } from './field.ts';
import { defineNoun, type RecordOf } from './noun.ts';

/** A list that a person named: what it searches for, its filters, its order and its columns. */
export const view = defineNoun({
  type: 'views',
  singular: 'view',
  idField: 'view_id',
  titleField: 'name',
  fields: {
    name: required(text({ label: 'Name', maxLength: 100 })),
    address: required(
      text({
        label: 'Address',
        maxLength: 2000,
        hint: 'The query of the list’s address, as in `status=ghosted&sort=-name&columns=name,company`.',
      }),
    ),
  },
});

/** A named list on the wire. */
export type View = RecordOf<typeof view>;
