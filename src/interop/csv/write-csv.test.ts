import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutApostrophe, writeCsv } from './write-csv.ts';

describe('CSV', () => {
  test('has a line for each row, ended by CRLF, with empty cells for what is not there', () => {
    expect(
      writeCsv([
        ['name', 'days'],
        ['Ann', 12],
        [null, ''],
      ]),
    ).toBe('name,days\r\nAnn,12\r\n,\r\n');
    expect(writeCsv([])).toBe('');
  });

  test.each([
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' edge', '" edge"'],
    ['a;b', 'a;b'],
    ['Zoë 田中', 'Zoë 田中'],
  ])('writes %j as %j', (text, cell) => {
    expect(writeCsv([[text]])).toBe(`${cell}\r\n`);
  });

  test('quotes the separator that it is written with', () => {
    expect(writeCsv([['a;b', 'a,b']], { separator: ';' })).toBe('"a;b";a,b\r\n');
    expect(writeCsv([['a\tb', 'a,b']], { separator: '\t' })).toBe('"a\tb"\ta,b\r\n');
  });

  test.each(['=1+1', '+cmd', '-2+3+cmd|x', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "'=1", '=HYPERLINK("https://x")'])(
    'lets no spreadsheet take %j for a formula',
    (text) => {
      expect(cellOf(writeCsv([[text]]))).toBe(`'${text}`);
    },
  );

  test.each(['+41 79 123 45 67', '-12.50', "1'000", 'a=b', "O'Connor", '(030) 12-34'])('leaves %j as it is', (text) => {
    expect(cellOf(writeCsv([[text]]))).toBe(text);
  });

  test('leaves numbers as they are', () => {
    expect(writeCsv([[-3, 0.5]])).toBe('-3,0.5\r\n');
  });

  test('gives every table back', () => {
    const text = fc.string({ unit: fc.constantFrom(...`ab,;"'=+-@ \t\r\n1é`) });
    const separator = fc.constantFrom(',' as const, ';' as const, '\t' as const);
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 }), separator, (rows, mark) => {
        const read = rowsOf(writeCsv(rows, { separator: mark }), mark);
        expect(read.map((row) => row.map(withoutApostrophe))).toEqual(rows);
      }),
    );
  });
});

function cellOf(csv: string): string | undefined {
  return rowsOf(csv, ',')[0]?.[0];
}

/** Reads by the grammar of RFC 4180, 2: a cell in quotation marks or one without any, and what ends it. */
function rowsOf(csv: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\\r\\n${separator}]*))(${separator}|\\r\\n)`, 'y');
  for (let found = cell.exec(csv); found; found = cell.exec(csv)) {
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '');
    if (found[3] === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
