import { describe, expect, test } from 'vitest';
import { sourceOf } from '../import/source.ts';
import { archiveOf, foundIn, IN, itemsOf, leftOutIn, linesOf, tableOf } from './fixtures/files.ts';
import { linkedinArchive } from './linkedin-archive.ts';
import { linkedinCsv } from './linkedin-csv.ts';

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
          source_id: 'linkedin:2-YTE=:2025-03-12 08:15:22 UTC:linkedin.com/in/rita-okonkwo',
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
    const [header = '', first = ''] = linesOf('2023/messages.csv');
    const [found] = await foundIn(linkedinCsv, sourceOf('messages.csv', `${header}\n${first}\n`));
    expect(found?.fields).not.toHaveProperty('direction');
    expect(found?.people?.map(({ name }) => name)).toEqual(['Rita Okonkwo', 'Mara Lindqvist']);
  });

  test('of a namesake are not one’s own', async () => {
    const [header = '', first = '', second = ''] = linesOf('2023/messages.csv');
    const namesake = first
      .replace('2-YTE=', '2-ZZZ=')
      .replace('Rita Okonkwo', 'Mara Lindqvist')
      .replace('rita-okonkwo', 'mara-2');
    const own = { own: { names: ['Mara Lindqvist'], emails: [] } };
    const text = [header, first, second, namesake].join('\n');
    const found = await foundIn(linkedinCsv, sourceOf('messages.csv', text), own);
    expect(found.map(({ fields }) => fields.direction)).toEqual(['in', 'out', 'in']);
    expect(found[2]?.people).toEqual([{ name: 'Mara Lindqvist', linkedin_url: `${IN}/mara-2` }]);
  });
});
