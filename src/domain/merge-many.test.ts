import { describe, expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import { ALONE } from '../../test/merged-record.ts';
import { contact } from './contact.ts';
import { interaction } from './interaction.ts';
import { mergeMany } from './merge-many.ts';

const person = (number: number, values: Readonly<Record<string, unknown>>) =>
  madeRecord(contact, number, { name: 'Ada', email: 'ada@x.example', ...values });
const [ONE, TWO, THREE] = [
  person(1, { phone: '1' }),
  person(2, { phone: '2', company: 'Acme' }),
  person(3, { phone: '3', company: 'Globex' }),
];
const said = madeRecord(interaction, 4, { kind: 'note', occurred_at: '2026-03-01', contact_id: numberedId(3) });
const all = { contacts: [ONE, TWO, THREE], interactions: [said] };
const context = {
  ...ALONE,
  recordsOf: (type: string) => (type === 'contacts' ? all.contacts : type === 'interactions' ? all.interactions : []),
};

describe('several contacts become one', () => {
  const merged = mergeMany(contact, ONE, [TWO, THREE], context);

  test('with one edit for each record that stays, and the removals last', () => {
    expect('operations' in merged && merged.operations.map(({ id, operation }) => [operation.op, id])).toEqual([
      ['edit', numberedId(1)],
      ['edit', numberedId(4)],
      ['remove', numberedId(2)],
      ['remove', numberedId(3)],
    ]);
  });

  test('and the notes tell what each of them had', () => {
    expect('operations' in merged && merged.operations[0]?.operation.record).toEqual({
      company: 'Acme',
      notes: 'Also: phone 2\n\nAlso: company Globex\nAlso: phone 3',
    });
  });
});

test('nothing is merged where one of them cannot be', () => {
  const gone = { ...THREE, deleted_at: '2026-03-02T09:00:00.000Z' };
  expect(mergeMany(contact, ONE, [TWO, gone], context)).toMatchObject({ problem: { code: 'deleted' } });
});
