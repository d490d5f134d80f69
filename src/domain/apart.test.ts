import { describe, expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import { apartIn, toldApart } from './apart.ts';
import { contact } from './contact.ts';
import { alikeFinder, likelySame } from './duplicates.ts';
import { parseFields } from './noun.ts';
import { MOST_APART, settings } from './settings.ts';
import { PERSON } from './traits.ts';

const [A, B, C] = [numberedId(1), numberedId(2), numberedId(3)];
const kept = (rows: readonly object[]) => ({ ...madeRecord(settings, 9, {}), apart_contacts: rows });
const told = (id: string, ...others: readonly string[]) => kept(toldApart(undefined, 'apart_contacts', id, others));
const three = [1, 2, 3].map((number) => madeRecord(contact, number, { name: `P${number}`, email: 'one@acme.example' }));
const groups = (record?: ReturnType<typeof kept>) =>
  likelySame(three, PERSON, apartIn(record, 'apart_contacts')).map(({ ids }) => ids);

describe('what a person told apart', () => {
  test('is no group any more, either way round', () => {
    expect(groups()).toEqual([[A, B, C]]);
    expect(groups(told(A, B, C))).toEqual([[B, C]]);
    expect(groups(told(C, A, B))).toEqual([[A, B]]);
  });

  test('stays in one where a third is like both', () => expect(groups(told(A, B))).toEqual([[A, B, C]]));

  test('is not found for the other', () => {
    const find = alikeFinder(three, PERSON, apartIn(told(B, A), 'apart_contacts'));
    expect(three.map((one) => find(one, one.contact_id).map(({ id }) => id))).toEqual([[C], [C], [A, B]]);
  });

  test('is a group again once the settings were deleted', () =>
    expect(groups({ ...told(A, B, C), deleted_at: '2026-03-02T09:00:00.000Z' })).toEqual([[A, B, C]]));
});

describe('the pairs that are kept', () => {
  test('are there once, and none with itself', () => {
    const once = told(A, B);
    expect(toldApart(once, 'apart_contacts', B, [A, B])).toEqual([{ one: A, other: B }]);
  });

  test('are bounded: the oldest goes', () => {
    const ids = Array.from({ length: MOST_APART }, (_, number) => numberedId(number + 10));
    const rows = toldApart(told(A, B), 'apart_contacts', C, ids);
    expect(rows.length).toBe(MOST_APART);
    expect(rows).not.toContainEqual({ one: A, other: B });
    expect(parseFields(settings, { apart_contacts: rows }, { patch: true })).toEqual({
      values: { apart_contacts: rows },
    });
  });
});
