import { describe, expect, test } from 'vitest';
import { foundIn, IN, itemsOf, leftOutIn, tableOf } from './fixtures/files.ts';
import { linkedinCsv } from './linkedin-csv.ts';

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
