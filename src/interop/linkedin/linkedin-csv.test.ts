import { describe, expect, test } from 'vitest';
import { headOf, sourceOf } from '../import/source.ts';
import { archiveOf, foundIn, itemsOf, linesOf, tableOf } from './fixtures/files.ts';
import { linkedinCsv } from './linkedin-csv.ts';

describe('a table by itself', () => {
  test.each(['2021/Connections.csv', '2023/Connections.csv', '2021/messages.csv', '2026/messages.csv'])(
    '%s is known by its header',
    async (path) => {
      expect(linkedinCsv.recognises(await headOf(tableOf(path)))).toBe(true);
    },
  );

  test('of another kind is not', async () => {
    for (const path of ['2023/Profile.csv', '2023/Skills.csv', '2026/LearningCoachMessages.csv']) {
      expect(linkedinCsv.recognises(await headOf(tableOf(path))), path).toBe(false);
    }
    expect(linkedinCsv.recognises(await headOf(archiveOf('2023')))).toBe(false);
  });

  test('that a spreadsheet has kept with semicolons is read the same', async () => {
    const text =
      'First Name;Last Name;URL;Email Address;Company;Position;Connected On\r\nAda;Byron;;;Acme;CTO;12-Mar-25\r\n';
    const [found] = await foundIn(linkedinCsv, sourceOf('Connections.csv', text));
    expect(found).toMatchObject({
      fields: { name: 'Ada Byron', company: 'Acme' },
      remarks: [
        { label: 'Position', value: 'CTO' },
        { label: 'Connected on', value: '2025-03-12' },
      ],
    });
  });

  test('tells which of its rows are wrong, and reads the others', async () => {
    const [header = '', first = '', second = ''] = linesOf('2023/messages.csv');
    const undated = second.replace('2025-03-12 09:00:00 UTC', 'yesterday');
    const items = await itemsOf(linkedinCsv, sourceOf('m.csv', [header, undated, `${first},,more`, first].join('\n')));
    expect(items.flatMap((item) => ('bad' in item ? [[item.bad.where.line, item.bad.why]] : []))).toEqual([
      [2, 'This message has no date that can be read.'],
      [3, expect.stringContaining('more cells than the table has columns')],
    ]);
    expect(items.flatMap((item) => ('found' in item ? [item.found.where.line] : []))).toEqual([4]);
  });
});
