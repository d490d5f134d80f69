import { expect, test } from 'vitest';
import { readTable } from '../../interop/csv/read-table.ts';
import type { Reading } from '../../interop/import/format.ts';
import { sourceOf } from '../../interop/import/source.ts';
import { mappingWith } from './mapping-with.ts';

const reading = (mappings: Reading['mappings'] = {}): Reading => {
  return { today: '2026-03-10', zone: 'UTC', own: { names: [], emails: [] }, mappings };
};
const PEOPLE = sourceOf('people.csv', 'Name,Last contacted,Shoe size,Met at\nAnn,03/04/2026,42,Fair\n');

test('one column becomes another field, and the others stay as they were told or found', async () => {
  const table = await readTable(PEOPLE, reading());
  const mapping = mappingWith(table, 3, 'contacts.source');
  const again = await readTable(PEOPLE, reading({ [table.headerKey]: mapping }));
  expect(again.columns.map(({ field }) => field ?? '')).toEqual(
    table.columns.map(({ field }, at) => (at === 3 ? 'contacts.source' : (field ?? ''))),
  );
  const third = mappingWith(again, 2, null);
  expect(third).toMatchObject({ 2: null, 3: 'contacts.source' });
  const last = await readTable(PEOPLE, reading({ [table.headerKey]: third }));
  expect(mappingWith(last, 3, '')).toMatchObject({ 2: null, 3: '' });
});

test('an order of dates that was said stays said when another column is corrected', async () => {
  const { headerKey, columns, ...table } = await readTable(PEOPLE, reading());
  expect(columns[1]).toMatchObject({ isOrderGuessed: true });
  const ordered = mappingWith({ ...table, columns }, 1, 'contacts.last_contacted@month_first');
  const again = await readTable(PEOPLE, reading({ [headerKey]: ordered }));
  expect(again.columns[1]).toMatchObject({ field: 'contacts.last_contacted', dateOrder: 'month_first' });
  expect(mappingWith(again, 2, null)).toMatchObject({ 1: 'contacts.last_contacted@month_first' });
});
