import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '../import/format.ts';
import { LONGEST_CELL } from './csv-row.ts';
import { type CsvRow, parseCsv, parseCsvText } from './parse-csv.ts';
import { withoutApostrophe, writeCsv } from './write-csv.ts';

const SEPARATORS = [',', ';', '\t'] as const;

describe('a row', () => {
  test.each<[string, readonly string[]]>([
    ['a,b,c', ['a', 'b', 'c']],
    ['a,,', ['a', '', '']],
    ['"a, b","say ""hi""",""', ['a, b', 'say "hi"', '']],
    ['"two\r\nlines",x', ['two\r\nlines', 'x']],
    ['5" disk,x', ['5" disk', 'x']],
    ['"hi" there,x', ['"hi" there', 'x']],
    ['"say "hi" to her",x', ['say "hi" to her', 'x']],
    ['"first\nsay "hi" to her",x', ['first\nsay "hi" to her', 'x']],
    ['a, "b, c" ,d', ['a', 'b, c', 'd']],
    [' a ,b ', [' a ', 'b ']],
    ['"a"', ['a']],
  ])('%j is %j', (text, cells) => {
    for (const end of ['', '\n', '\r\n', '\r']) expect(cellsOf(parseCsvText(text + end, ','))).toEqual([cells]);
  });

  test('has the line of the file on which it begins, lines within cells and empty ones counted', () => {
    const rows = parseCsvText('a,b\r\n"1\r\n2\n3",c\n\n   \nd,e\rf,g', ',');
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 7, 8]);
  });
});

describe('a quotation mark that is never closed', () => {
  test.each([
    ['at the end of the file', 'a,b\nc,"d\ne,f\n'],
    ['before a row with quotation marks', 'a,b\nc,"d\ne,"f"\n'.replace('"f"', 'f')],
    ['before a cell in quotation marks', 'a,b\nc,"d\n"e",f\n'],
  ])('%s is named with its line and costs no other row', (_, text) => {
    expect(parseCsvText(text, ',')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, unclosed: 'c,"d' },
      { line: 3, cells: ['e', 'f'] },
    ]);
  });

  test('in every line of a large file does not hang', () => {
    const rows = parseCsvText('x,"""a\n'.repeat(100_000), ',');
    expect(rows).toHaveLength(100_000);
    expect(rows.at(-1)).toEqual({ line: 100_000, unclosed: 'x,"""a' });
  });

  test('in many lines of a large file keeps the cells of several lines after them', () => {
    const text = `${'c,"d\n"e",f\n'.repeat(10_000)}x,"two\nlines"\n`.repeat(2);
    expect(parseCsvText(text, ',').at(-1)).toEqual({ line: 40_003, cells: ['x', 'two\nlines'] });
  });

  test('is refused with its line once a cell would have more than 10 MB', async () => {
    const text = `a,b\nc,"${'d\n'.repeat(LONGEST_CELL / 2 + 1)}`;
    await expect(rowsIn(text, 1_000_000, ',')).rejects.toThrow(/line 2 .*10 MB/);
    await expect(rowsIn(text, 1_000_000, ',')).rejects.toBeInstanceOf(Refused);
    expect(() => parseCsvText('d'.repeat(LONGEST_CELL + 1), ',')).toThrow(/10 MB/);
    expect(() => parseCsvText('dd,'.repeat(LONGEST_CELL), ',')).toThrow(/10 MB/);
  });
});

describe('a table', () => {
  const cell = fc.string({ unit: fc.constantFrom(...`ab,;"'=+ \t\r\n1é`) });
  const table = fc.array(fc.array(cell, { minLength: 2 }), { minLength: 1 });

  test('comes back as it was written, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...SEPARATORS),
        fc.integer({ min: 1, max: 20 }),
        async (rows, mark, size) => {
          const read = cellsOf(await rowsIn(writeCsv(rows, { separator: mark }), size, mark));
          expect(read.map((row) => row?.map(withoutApostrophe))).toEqual(rows);
        },
      ),
    );
  });

  test('of anything at all has rows, and the same ones in pieces of any size', async () => {
    const text = fc.string({ unit: fc.constantFrom(...`a,"" \r\n`), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (one, size) => {
        expect(await rowsIn(one, size, ',')).toEqual(parseCsvText(one, ','));
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps its well-formed rows beside one that is not', () => {
    const plain = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '1') }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(plain), fc.array(plain), (before, after) => {
        const text = `${lines(before)}x,"open\n${lines(after)}`;
        expect(cellsOf(parseCsvText(text, ','))).toEqual([...before, undefined, ...after]);
      }),
    );
  });
});

function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.join(',')}\n`).join('');
}

function cellsOf(rows: readonly CsvRow[]): readonly (readonly string[] | undefined)[] {
  return rows.map((row) => ('cells' in row ? row.cells : undefined));
}

async function rowsIn(text: string, size: number, separator: string): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const some of parseCsv(inPieces(text, size), separator)) rows.push(...some);
  return rows;
}

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
