import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Format, Reading } from '../import/format.ts';
import type { Found, Item, LeftOut } from '../import/found.ts';
import { headOf, type Source, sourceOf } from '../import/source.ts';
import { linkedinArchive } from './linkedin-archive.ts';
import { linkedinCsv } from './linkedin-csv.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const READING: Reading = { today: '2026-11-26', zone: 'Europe/Oslo', own: { names: [], emails: [] }, mappings: {} };

/** A fixture folder as LinkedIn sends it. */
function archiveOf(year: string): Source {
  const folder = join(FIXTURES, year);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = paths.map((entry) => join(entry.parentPath, entry.name));
  const content = Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file)]));
  return sourceOf(`linkedin-${year}.zip`, zipSync(content));
}

function tableOf(path: string): Source {
  return sourceOf(path.slice(path.lastIndexOf('/') + 1), readFileSync(join(FIXTURES, path)));
}

async function itemsOf(format: Format, source: Source, reading: Partial<Reading> = {}): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of format.read(source, { ...READING, ...reading })) items.push(item);
  return items;
}

async function foundIn(format: Format, source: Source, reading: Partial<Reading> = {}): Promise<readonly Found[]> {
  const items = await itemsOf(format, source, reading);
  expect(items.filter((item) => 'bad' in item)).toEqual([]);
  return items.flatMap((item) => ('found' in item ? [item.found] : []));
}

function leftOutIn(items: readonly Item[]): readonly LeftOut[] {
  return items.flatMap((item) => ('leftOut' in item ? [item.leftOut] : []));
}

const IN = 'https://www.linkedin.com/in';

describe('connections', () => {
  test('come in below the note, nearly all without an e-mail', async () => {
    const found = await foundIn(linkedinCsv, tableOf('2023/Connections.csv'));
    expect(found).toEqual([
      {
        type: 'contacts',
        where: { file: 'Connections.csv', line: 5 },
        fields: {
          name: 'Rita Okonkwo',
          company: 'Harbour Talent',
          linkedin_url: `${IN}/rita-okonkwo`,
          source: 'LinkedIn',
        },
        remarks: [
          { label: 'Position', value: 'Senior Recruiter, Nordics' },
          { label: 'Connected on', value: '2025-03-12' },
        ],
      },
      {
        type: 'contacts',
        where: { file: 'Connections.csv', line: 6 },
        fields: {
          name: '明 李',
          email: 'li.ming@example.com',
          linkedin_url: `${IN}/li-ming-8f`,
          source: 'LinkedIn',
        },
        remarks: [{ label: 'Connected on', value: '2023-05-05' }],
      },
      {
        type: 'contacts',
        where: { file: 'Connections.csv', line: 7 },
        fields: { name: 'Zoë Brandt', company: 'Northwind', linkedin_url: `${IN}/zo%C3%AB-brandt`, source: 'LinkedIn' },
        remarks: [
          { label: 'Position', value: 'Head of "People"' },
          { label: 'Connected on', value: '2022-02-01' },
        ],
      },
    ]);
  });

  test('come in from before there was a note, or an address of the profile', async () => {
    const found = await foundIn(linkedinCsv, tableOf('2021/Connections.csv'));
    expect(found.map(({ fields }) => fields)).toEqual([
      { name: 'Rita Okonkwo', company: 'Harbour Talent', source: 'LinkedIn' },
      {
        name: 'Jonas Fjeld',
        email: 'jonas.fjeld@example.com',
        company: 'Fjeld, Moe & Sønner AS',
        source: 'LinkedIn',
      },
    ]);
  });

  test('whose profiles are hidden are told of in one note', async () => {
    expect(leftOutIn(await itemsOf(linkedinCsv, tableOf('2023/Connections.csv')))).toEqual([
      { where: { file: 'Connections.csv' }, what: '2 connections whose profiles are hidden or closed' },
    ]);
  });
});

describe('messages', () => {
  test('are conversations with the other party, in their direction, as text', async () => {
    const found = await foundIn(linkedinArchive, archiveOf('2023'));
    const messages = found.filter(({ where }) => where.file.endsWith('/messages.csv'));
    expect(messages).toEqual([
      {
        type: 'interactions',
        where: { file: 'linkedin-2023.zip/messages.csv', line: 2 },
        fields: {
          subject: 'Staff Engineer at Globex',
          channel: 'linkedin',
          direction: 'in',
          kind: 'message',
          occurred_at: '2025-03-12T08:15:22Z',
          body: 'Hello Mara,\nare you free on Tuesday & Friday?\nSee the posting (https://example.com/job)',
          source_id: 'linkedin:2-YTE=:2025-03-12 08:15:22 UTC:in/rita-okonkwo',
        },
        people: [{ name: 'Rita Okonkwo', linkedin_url: `${IN}/rita-okonkwo` }],
      },
      expect.objectContaining({
        fields: expect.objectContaining({ direction: 'out', body: 'Tuesday works, thanks.' }),
        people: [{ name: 'Rita Okonkwo', linkedin_url: `${IN}/rita-okonkwo` }],
      }),
      expect.objectContaining({
        fields: expect.objectContaining({ direction: 'out', body: 'Who comes on Friday?' }),
        people: [
          { name: 'Ines Pohl, Ph.D.', linkedin_url: `${IN}/ines-pohl` },
          { name: '李 明', linkedin_url: `${IN}/li-ming-8f` },
        ],
        remarks: [{ label: 'Conversation', value: 'Alumni' }],
      }),
      expect.objectContaining({
        fields: expect.objectContaining({ direction: 'in', body: 'I do.' }),
        people: [{ name: 'Ines Pohl', linkedin_url: `${IN}/ines-pohl` }],
        remarks: [
          { label: 'Conversation', value: 'Alumni' },
          { label: 'Also to', value: '李 明' },
        ],
      }),
    ]);
  });

  test('keep their line breaks and attachments, and two of one second stay two', async () => {
    const found = await foundIn(linkedinCsv, tableOf('2026/messages.csv'));
    expect(found.map(({ where }) => where.line)).toEqual([2, 6, 7, 9]);
    expect(found[0]?.fields.body).toBe('First line\n\nthird line\nlast line');
    expect(found[0]?.remarks).toEqual([
      {
        label: 'Attachments',
        value: 'https://www.linkedin.com/dms/prv/image/1\nhttps://www.linkedin.com/dms/prv/image/2',
      },
    ]);
    expect(new Set(found.map(({ fields }) => fields.source_id)).size).toBe(4);
  });

  test('from before recipients had an address are told apart by name', async () => {
    const found = await foundIn(linkedinArchive, archiveOf('2021'));
    const messages = found.filter(({ where }) => where.file.endsWith('/messages.csv'));
    expect(messages.map(({ fields, people }) => [fields.direction, people])).toEqual([
      ['in', [{ name: 'Rita Okonkwo', linkedin_url: `${IN}/rita-okonkwo` }]],
      ['out', [{ name: 'Rita Okonkwo' }]],
      ['out', [{ name: 'Dr. Ines Pohl, Ph.D.' }, { name: 'Jonas Fjeld' }]],
    ]);
  });

  test('that nobody has sent to the person are left out, with a note of each kind', async () => {
    const notes = leftOutIn(await itemsOf(linkedinCsv, tableOf('2023/messages.csv')));
    expect(notes.map(({ what }) => what)).toEqual([
      '1 message in the spam folder',
      '1 advertisement',
      '1 message with somebody who has left LinkedIn',
    ]);
    const drafts = leftOutIn(await itemsOf(linkedinCsv, tableOf('2026/messages.csv')));
    expect(drafts.map(({ what }) => what)).toEqual(['1 draft that was never sent']);
  });

  test('know their sides by themselves: by what the person is called, else by who stands in most conversations', async () => {
    const alone = await foundIn(linkedinCsv, tableOf('2026/messages.csv'));
    expect(alone.map(({ fields }) => fields.direction)).toEqual(['in', 'out', 'out', 'in']);
    const named = { own: { names: ['zoë BRANDT'], emails: [] } };
    const other = await foundIn(linkedinCsv, tableOf('2026/messages.csv'), named);
    expect(other.map(({ fields }) => fields.direction)).toEqual(['out', 'in', 'in', 'in']);
  });

  test('have no direction where nothing tells whose they are', async () => {
    const [header = '', first = ''] = readFileSync(join(FIXTURES, '2023/messages.csv'), 'utf8').split('\n');
    const [found] = await foundIn(linkedinCsv, sourceOf('messages.csv', `${header}\n${first}\n`));
    expect(found?.fields).not.toHaveProperty('direction');
    expect(found?.people?.map(({ name }) => name)).toEqual(['Rita Okonkwo', 'Mara Lindqvist']);
  });
});

describe('invitations', () => {
  test('with a message are conversations, at the time of the person’s zone', async () => {
    const found = await foundIn(linkedinCsv, tableOf('2023/Invitations.csv'));
    expect(found[0]).toEqual({
      type: 'interactions',
      where: { file: 'Invitations.csv', line: 3 },
      fields: {
        subject: 'Invitation to connect',
        channel: 'linkedin',
        direction: 'in',
        kind: 'message',
        occurred_at: '2025-07-01T09:00:00+02:00',
        body: 'Hi Mara, I hire for Initech.',
        source_id: 'linkedin:invitation:in:7/1/25, 9:00 AM:in/anna-bauer',
      },
      people: [{ name: 'Anna Bauer', linkedin_url: `${IN}/anna-bauer` }],
    });
    const [old] = await foundIn(linkedinCsv, tableOf('2021/Invitations.csv'));
    expect(old).toMatchObject({ fields: { direction: 'out' }, people: [{ name: 'Tomasz Wójcik' }] });
  });

  test('without one, and those that are among the messages too, are left out', async () => {
    const notes = leftOutIn(await itemsOf(linkedinArchive, archiveOf('2023')));
    expect(notes.filter(({ where }) => where.file.endsWith('Invitations.csv')).map(({ what }) => what)).toEqual([
      '1 invitation without a message',
      '1 invitation that is among the messages too',
    ]);
  });
});

describe('jobs', () => {
  test('that were applied for have their day, résumé, posting and answers', async () => {
    expect(await foundIn(linkedinCsv, tableOf('2023/Jobs/Job Applications.csv'))).toEqual([
      {
        type: 'applications',
        where: { file: 'Job Applications.csv', line: 2 },
        fields: {
          position: 'Staff Engineer, Platform',
          company: 'Globex',
          url: 'https://www.linkedin.com/jobs/view/4077276177',
          source: 'LinkedIn',
          source_id: 'linkedin:job:4077276177',
          stage: 'applied',
          applied_on: '2025-03-12',
          applied_by: 'written',
          resume_version: 'Mara-CV-2025.pdf',
        },
        remarks: [
          { label: 'Applied with e-mail', value: 'mara@example.com' },
          { label: 'Applied with phone', value: '+4741234567' },
          { label: 'Questions and answers', value: 'How many years of TypeScript?:6\nDo you need a visa?:No' },
        ],
      },
    ]);
  });

  test('that were saved are in the first stage', async () => {
    const [, saved] = await foundIn(linkedinCsv, tableOf('2023/Jobs/Saved Jobs.csv'));
    expect(saved?.fields).toMatchObject({ position: 'Lead Engineer', company: 'Umbrella', stage: 'saved' });
    expect(saved?.remarks).toEqual([{ label: 'Saved on', value: '2025-03-11' }]);
  });

  test('of an archive come from all its files, each once', async () => {
    const items = await itemsOf(linkedinArchive, archiveOf('2023'));
    const jobs = items.flatMap((item) => ('found' in item && item.found.type === 'applications' ? [item.found] : []));
    expect(jobs.map(({ fields }) => [fields.company, fields.stage, fields.applied_on])).toEqual([
      ['Globex', 'applied', '2025-03-12'],
      ['Initech', 'applied', '2024-12-01'],
      ['Umbrella', 'saved', undefined],
    ]);
    expect(leftOutIn(items).map(({ what }) => what)).toContain('1 saved job that you applied for later');
  });
});

describe('an archive', () => {
  test('is known by what it holds', async () => {
    for (const year of ['2021', '2023', '2026']) {
      expect(linkedinArchive.recognises(await headOf(archiveOf(year))), year).toBe(true);
    }
    const other = zipSync({ 'people.csv': new TextEncoder().encode('Name,E-mail\nAda,ada@example.com\n') });
    expect(linkedinArchive.recognises(other)).toBe(false);
  });

  test('names all that is left out of it at once', async () => {
    const notes = leftOutIn(await itemsOf(linkedinArchive, archiveOf('2023')));
    expect(notes.at(-1)).toEqual({
      where: { file: 'linkedin-2023.zip' },
      what: 'Registration.csv, Skills.csv, guide_messages.csv',
    });
  });

  test('says the same when it is read again, and that it was read to its end', async () => {
    const source = archiveOf('2023');
    const items = await itemsOf(linkedinArchive, source);
    expect(await itemsOf(linkedinArchive, source)).toEqual(items);
    const read = items.flatMap((item) => ('read' in item ? [item.read] : []));
    expect(read.at(-1)).toBe(source.size);
    expect(read.toSorted((one, other) => one - other)).toEqual(read);
  });

  test('without anything of use is refused', async () => {
    const source = sourceOf('other.zip', zipSync({ 'Skills.csv': new TextEncoder().encode('Name\nPython\n') }));
    await expect(itemsOf(linkedinArchive, source)).rejects.toThrow(/none of LinkedIn’s files/);
  });
});

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
    const [header = '', first = '', second = ''] = readFileSync(join(FIXTURES, '2023/messages.csv'), 'utf8').split(
      '\n',
    );
    const undated = second.replace('2025-03-12 09:00:00 UTC', 'yesterday');
    const items = await itemsOf(linkedinCsv, sourceOf('m.csv', [header, undated, `${first},,more`, first].join('\n')));
    expect(items.flatMap((item) => ('bad' in item ? [[item.bad.where.line, item.bad.why]] : []))).toEqual([
      [2, 'This message has no date that can be read.'],
      [3, expect.stringContaining('more cells than the table has columns')],
    ]);
    expect(items.flatMap((item) => ('found' in item ? [item.found.where.line] : []))).toEqual([4]);
  });
});
