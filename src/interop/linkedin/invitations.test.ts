import { describe, expect, test } from 'vitest';
import { archiveOf, foundIn, IN, itemsOf, leftOutIn, tableOf } from './fixtures/files.ts';
import { linkedinArchive } from './linkedin-archive.ts';
import { linkedinCsv } from './linkedin-csv.ts';

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
        source_id: 'linkedin:invitation:in:7/1/25, 9:00 AM:linkedin.com/in/anna-bauer',
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
