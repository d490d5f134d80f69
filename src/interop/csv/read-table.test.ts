import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { application } from '../../domain/application.ts';
import { contact } from '../../domain/contact.ts';
import { interaction } from '../../domain/interaction.ts';
import { task } from '../../domain/task.ts';
import { type Mapping, type Reading, Refused } from '../import/format.ts';
import type { Found, Item } from '../import/found.ts';
import { sourceOf } from '../import/source.ts';
import { TABLES, table } from './formats.ts';
import { MOST_ROWS, readRows, readTable } from './read-table.ts';
import { writeCsv } from './write-csv.ts';

const READING: Reading = { today: '2026-11-26', zone: 'Europe/Zurich', own: { names: [], emails: [] }, mappings: {} };

describe('a table', () => {
  test('tells its columns with what each seems to be, and what else it could be', async () => {
    const found = await readTable(sourceOf('a.csv', 'Company,Role,Status,Colour\nAcme,Dev,Applied,red\n'), READING);
    expect(found).toMatchObject({ type: 'applications', headerKey: 'company|role|status|colour', rows: 1 });
    expect(found.sample).toEqual([['Acme', 'Dev', 'Applied', 'red']]);
    expect(found.columns).toEqual([
      { name: 'Company', field: 'applications.company', others: ['contacts.company'] },
      { name: 'Role', field: 'applications.position', others: [] },
      { name: 'Status', field: 'applications.stage', others: ['contacts.status'] },
      { name: 'Colour', field: undefined, others: [] },
    ]);
  });

  test('is read by the mapping that was corrected for its header, and by no other', async () => {
    const text = 'Who,What,Junk\nAnn Lee,Acme,x\n';
    const mapping = { 0: 'contacts.name', 1: 'company', 2: null };
    expect(await found(text, mapping, 'who|what|junk')).toMatchObject([
      { fields: { name: 'Ann Lee', company: 'Acme' } },
    ]);
    expect(await found(text, mapping, 'another|header')).toEqual([]);
  });

  test('of people becomes one of applications where the person says so', async () => {
    const rows = await found('Name,Thing\nAnn,Cook\n', { 1: 'applications.position' }, 'name|thing');
    expect(rows).toMatchObject([{ type: 'applications', fields: { position: 'Cook' }, people: [{ name: 'Ann' }] }]);
  });

  test('keeps the order of dates that the person chose', async () => {
    const text = 'Company,Role,Applied\nAcme,Dev,3/4/2026\n';
    const mapping = { 2: 'applications.applied_on@month_first' };
    expect(await found(text, mapping, 'company|role|applied')).toMatchObject([
      { fields: { applied_on: '2026-03-04' } },
    ]);
  });

  test('with columns of one name keeps each, the second by a name of its own', async () => {
    const [row] = await found('Name,E-mail,E-mail,Foo,Foo\nAnn,a@x.example,b@x.example,1,2\n');
    expect(row).toMatchObject({
      fields: { name: 'Ann', email: 'a@x.example' },
      remarks: [
        { label: 'E-mail (2)', value: 'b@x.example' },
        { label: 'Foo', value: '1' },
        { label: 'Foo (2)', value: '2' },
      ],
    });
  });

  test('keeps rows with too few cells, and what a row has too much as remarks', async () => {
    const rows = await found('Name,Email\nAnn\nBo,b@x.example,more,,yet more\n');
    expect(rows.map(({ fields }) => fields)).toEqual([{ name: 'Ann' }, { name: 'Bo', email: 'b@x.example' }]);
    expect(rows[1]?.remarks).toEqual([
      { label: 'Column 3', value: 'more' },
      { label: 'Column 5', value: 'yet more' },
    ]);
  });

  test('says what stands above its header, and in which line its rows are', async () => {
    const items = await itemsOf('My list\n\nmade in March\n"Foo\nbar",Name,Email\nx,"Ann\nLee",a@x.example\n,Bo,\n');
    expect(items).toMatchObject([
      { leftOut: { where: { file: 'a.csv', line: 1 }, what: 'Above the header: My list' } },
      { leftOut: { where: { line: 3 }, what: 'Above the header: made in March' } },
      { found: { where: { file: 'a.csv', line: 6 }, fields: { name: 'Ann\nLee' } } },
      { found: { where: { line: 8 }, fields: { name: 'Bo' } } },
      { read: 73 },
    ]);
  });

  test('names the line with a quotation mark that is not closed, and keeps the rows after it', async () => {
    const items = await itemsOf('Name,Email\nAnn,"a@x.example\nBo,b@x.example\n');
    expect(items).toMatchObject([
      { bad: { where: { line: 2 }, why: /never closed/, excerpt: 'Ann,"a@x.example' } },
      { found: { fields: { name: 'Bo' } } },
      {},
    ]);
  });

  test('without a header has numbered columns, and those with e-mail addresses and profiles are known', async () => {
    const source = sourceOf('a.csv', 'Ann Lee,ann@x.example,linkedin.com/in/ann\nBo,bo@x.example,\n');
    const { header, columns, rows } = await readTable(source, READING);
    expect(header).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(columns.map(({ field }) => field)).toEqual([undefined, 'contacts.email', 'contacts.linkedin_url']);
    expect(rows).toBe(2);
    expect(await itemsIn(readRows(source, READING))).toMatchObject([
      {
        found: {
          where: { line: 1 },
          fields: { email: 'ann@x.example', linkedin_url: 'https://linkedin.com/in/ann' },
          remarks: [{ label: 'Column 1', value: 'Ann Lee' }],
        },
      },
      { found: { where: { line: 2 } } },
      {},
    ]);
  });

  test('with a stage and a status keeps the first, unless the other closes the application', async () => {
    const rows = await found(
      'Company,Role,Stage,Status\nA,Dev,Interview,Active\nB,Dev,Interview,Rejected\nC,Dev,Offer,Offer\n',
    );
    expect(rows.map(({ fields, remarks }) => [fields.stage, fields.outcome, remarks])).toEqual([
      ['interview', undefined, [{ label: 'Status', value: 'Active' }]],
      ['closed', 'rejected', undefined],
      ['offer', undefined, undefined],
    ]);
  });

  test('tells of a row of which no column is known', async () => {
    expect(await itemsOf('Qwx,Zyx\n1,2\n')).toMatchObject([{ bad: { where: { line: 2 }, excerpt: '1 | 2' } }, {}]);
  });

  test('has the address that stands beside a name', async () => {
    const rows = await found('Company,Role,Contact\nA,Dev,Tom Reed (tom@x.example)\nB,Dev,bo@x.example\n');
    expect(rows.map(({ people }) => people)).toEqual([
      [{ name: 'Tom Reed', email: 'tom@x.example', company: 'A' }],
      [{ email: 'bo@x.example', company: 'B' }],
    ]);
  });

  test('of applications in which a row names only a person has that person', async () => {
    const rows = await found('Company,Role,Salary,Recruiter,Email\n,,,Ann,a@x.example\n');
    expect(rows).toMatchObject([{ type: 'contacts', fields: { name: 'Ann', email: 'a@x.example' } }]);
  });

  test('reads all of its dates in the order that one of them tells', async () => {
    const rows = await found('Company,Role,Applied\nA,Dev,3/4/2026\nB,Dev,3/31/2026\n');
    expect(rows.map(({ fields }) => fields.applied_on)).toEqual(['2026-03-04', '2026-03-31']);
    expect(rows.flatMap(({ remarks = [] }) => remarks)).toEqual([]);
  });

  test('says where a date could be read otherwise', async () => {
    const text = 'Company,Role,Applied\nA,Dev,3/4/2026\n';
    const { columns } = await readTable(sourceOf('a.csv', text), { ...READING, zone: 'America/New_York' });
    expect(columns[2]).toMatchObject({ dateOrder: 'month_first', isOrderGuessed: true });
    const [row] = await found(text);
    expect(row?.fields.applied_on).toBe('2026-04-03');
    expect(row?.remarks).toEqual([{ label: 'Applied', value: '3/4/2026 (read as day first)' }]);
  });

  test('of more than 100,000 rows is refused, and one of as many is not', async () => {
    const rows = (count: number) => sourceOf('a.csv', `Name,Email\n${'Ann,a@x.example\n'.repeat(count)}`);
    expect((await readTable(rows(MOST_ROWS), READING)).rows).toBe(MOST_ROWS);
    await expect(readTable(rows(MOST_ROWS + 1), READING)).rejects.toThrow(/more than 100,000 rows. Split it/);
  });
});

describe('our own export', () => {
  const edges = fc.string({ unit: fc.constantFrom(...`ab,;"'=+-@ \t\r\n1é`), minLength: 1 });
  const texts = edges.filter((text) => text.trim() !== '');

  test('of contacts comes back as it was, guarded formulas and edges included', async () => {
    const header = ['contact_id', ...Object.keys(contact.fields), 'created_at', 'updated_at', 'version'];
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (name, phone, notes) => {
        const fields = {
          name,
          phone,
          notes,
          tags: ['a', 'b'],
          status_history: [{ status: 'offer', on: '2026-01-31' }],
        };
        const rows = await found(`\uFEFF${writeCsv([header, header.map((one) => cellOf(one, fields))])}`);
        expect(rows).toEqual([{ type: 'contacts', where: { file: 'a.csv', line: 2 }, fields }]);
      }),
    );
  });

  test.each([
    [interaction, { subject: 'Call', occurred_at: '2026-03-31T10:00', duration: 30, channel: 'phone' }],
    [task, { title: 'Write', due_on: '2026-03-31', notes: ' edge ' }],
  ] as const)('of others comes back with the names of the fields alone', async (noun, fields) => {
    const header = Object.keys(noun.fields);
    const rows = await found(writeCsv([header, header.map((one) => cellOf(one, fields))]));
    expect(rows).toEqual([{ type: noun.type, where: { file: 'a.csv', line: 2 }, fields }]);
  });

  test('that a spreadsheet has written anew is read as it wrote it', async () => {
    const header = Object.keys(task.fields);
    const cells = header.map((one) => cellOf(one, { title: 'Write', due_on: '31.03.2026', done_at: '1.4.2026 09:30' }));
    const rows = await found(writeCsv([header, cells], { separator: ';' }));
    expect(rows.map(({ fields }) => fields)).toEqual([
      { title: 'Write', due_on: '2026-03-31', done_at: '2026-04-01T09:30' },
    ]);
  });

  test('is not what anybody else calls the same: there an apostrophe stays', async () => {
    expect(await found("name,email\n'=1,a@x.example\n")).toMatchObject([{ fields: { name: "'=1" } }]);
  });

  test('of applications comes back as it was', async () => {
    const header = ['application_id', ...Object.keys(application.fields), 'version'];
    const fields = {
      position: '=Cook',
      salary_min: 100,
      salary_currency: 'XYZ',
      url: 'https://x.example',
      stage: 'final',
    };
    const rows = await found(writeCsv([header, header.map((one) => cellOf(one, fields))]));
    expect(rows).toMatchObject([{ type: 'applications', fields }]);
  });
});

describe('a file of any bytes', () => {
  test('is a table or refused, and never anything else', async () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: fc.constantFrom(...`Name,Email;Role\n"@.31 /`), maxLength: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (content) => {
        const source = sourceOf('a.csv', content);
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
        expect(TABLES.map((one) => typeof one.recognises(bytes))).not.toContain('undefined');
        const read = await itemsIn(readRows(source, READING)).catch((error: unknown) => error);
        expect(Array.isArray(read) || read instanceof Refused).toBe(true);
      }),
    );
  });

  test('gives each row of it, whatever the separator', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...`ab,;"' \t\r\n1é`) }).map((text) => `x${text}x`);
    const rows = fc.array(fc.tuple(cell, cell), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(',' as const, ';' as const, '\t' as const), async (cells, separator) => {
        const got = await found(
          writeCsv([['Name', 'Notes', 'Email'], ...cells.map((row) => [...row, ''])], { separator }),
        );
        expect(got.map(({ fields }) => [fields.name, fields.notes])).toEqual(cells);
      }),
    );
  });

  test('loses nothing that a cell says', async () => {
    const header = fc.uniqueArray(
      fc.constantFrom(
        ...'Company,Role,Status,Salary,Link,Applied,Tags,First name,Email,LinkedIn,Outcome,Remote,Foo'.split(','),
      ),
      { minLength: 2 },
    );
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'b', ' 3', '/', '.', 'é'), minLength: 1 })
      .map((text) => `x${text}q`);
    await fc.assert(
      fc.asyncProperty(header, fc.array(cell, { minLength: 14, maxLength: 15 }), async (names, cells) => {
        const items = await itemsOf(writeCsv([['Name', ...names], cells]));
        const said = JSON.stringify(items);
        expect(cells.filter((one) => !said.includes(one))).toEqual([]);
      }),
    );
  });

  test.each([
    'BEGIN:VCARD\nVERSION:3.0\nN:Lee;Ann\nTEL;TYPE=cell:1\nEND:VCARD\n',
    '[{"a":1,"b":2},\n{"a":1,"b":2}]',
    'From: Ann <a@x.example>, Bo\nTo: Cy, Di\n\nHi, you\n',
    'Just a few words.\nAnd a few more.\n',
    '',
    '\n\n',
  ])('%j is no table', (text) => {
    expect(table.recognises(new TextEncoder().encode(text))).toBe(false);
  });
});

function cellOf(name: string, fields: Readonly<Record<string, unknown>>): string | number | null {
  const value = fields[name] ?? null;
  if (name === 'tags' && Array.isArray(value)) return value.join(', ');
  return value === null || typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}

async function found(text: string, mapping?: Mapping, headerKey = ''): Promise<readonly Found[]> {
  const items = await itemsOf(text, mapping && { [headerKey]: mapping });
  return items.flatMap((item) => ('found' in item ? [item.found] : []));
}

function itemsOf(text: string, mappings: Reading['mappings'] = {}): Promise<readonly Item[]> {
  return itemsIn(readRows(sourceOf('a.csv', text), { ...READING, mappings }));
}

async function itemsIn(all: AsyncIterable<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of all) items.push(item);
  return items;
}
