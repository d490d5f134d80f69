import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Reading } from '../import/format.ts';
import type { Found, Item } from '../import/found.ts';
import { headOf, type Source, sourceOf } from '../import/source.ts';
import { TABLES } from './formats.ts';
import { readTable } from './read-table.ts';

const READING: Reading = { today: '2026-11-26', zone: 'Europe/Zurich', own: { names: [], emails: [] }, mappings: {} };

type Row = Pick<Found, 'fields' | 'remarks' | 'people'>;

const CONTACTS: readonly [string, string, readonly Row[]][] = [
  [
    'google-contacts.csv',
    'google_contacts',
    [
      {
        fields: {
          name: 'Zoë M. Okafor',
          company: 'Northwind Talent',
          email: 'zoe@northwind.example',
          phone: '+41 79 555 01 02',
          location: 'Zürich',
          linkedin_url: 'https://www.linkedin.com/in/zoe-okafor',
          notes: 'Met at the fair.\nLikes chess, tea.',
          tags: ['Recruiters'],
        },
        remarks: [
          { label: 'Organization Title', value: 'Recruiter' },
          { label: 'E-mail (Work)', value: 'okafor@mail.example' },
          { label: 'E-mail (Home)', value: 'zoe@home.example' },
          { label: 'Phone (Work)', value: '+41 44 555 01 03' },
          { label: 'Address 1 - Country', value: 'CH' },
        ],
      },
      { fields: { name: 'jobs@fabrikam.example', email: 'jobs@fabrikam.example' } },
    ],
  ],
  [
    'google-contacts-older.csv',
    'google_contacts',
    [
      {
        fields: {
          name: 'Luca Bianchi',
          company: 'Contoso S.p.A.',
          email: 'luca@contoso.example',
          phone: '+39 333 555 0101',
          notes: 'Asked for a CV',
          tags: ['Hiring'],
        },
        remarks: [
          { label: 'Phone (Mobile)', value: '+39 02 555 0102' },
          { label: 'Organization 1 - Title', value: 'HR Manager' },
        ],
      },
    ],
  ],
  [
    'outlook.csv',
    'outlook',
    [
      {
        fields: {
          name: 'Priya Raman',
          company: 'Adventure Works',
          email: 'priya@adventure.example',
          phone: '+44 113 555 0104',
          location: 'Leeds',
          source: 'Tom',
          notes: 'First line\r\nSecond line',
          tags: ['Recruiter', 'UK'],
        },
        remarks: [
          { label: 'Title', value: 'Ms.' },
          { label: 'Job Title', value: 'Talent Partner' },
          { label: 'Mobile Phone', value: '+44 7700 900105' },
          { label: 'E-mail 2 Address', value: 'priya@home.example' },
        ],
      },
    ],
  ],
  [
    'outlook-web.csv',
    'outlook',
    [
      {
        fields: {
          name: 'Erik Holm',
          company: 'Coho Vineyard',
          email: 'erik@coho.example',
          phone: '+46 8 555 01 09',
          location: 'Malmö',
          linkedin_url: 'https://linkedin.com/in/erikholm',
          notes: 'Spoke at the meetup',
        },
        remarks: [
          { label: 'Title', value: 'Dr.' },
          { label: 'Mobile Phone', value: '+46 70 555 01 10' },
          { label: 'Job Title', value: 'CTO' },
          { label: 'Location', value: 'Building 3' },
        ],
      },
    ],
  ],
  [
    'outlook-german.csv',
    'outlook',
    [
      {
        fields: {
          name: 'Jürg Brändli',
          company: 'Müller & Söhne AG',
          email: 'juerg@mueller.example',
          phone: '044 555 01 06',
          location: 'Zürich',
          notes: 'Grüße „bestellen“',
          tags: ['Bewerbung'],
        },
        remarks: [
          { label: 'Anrede', value: 'Frau' },
          { label: 'Position', value: 'Personalchef' },
          { label: 'Mobiltelefon', value: '079 555 01 07' },
        ],
      },
    ],
  ],
  [
    'numbers.csv',
    'table',
    [
      { fields: { name: 'Ann Meier', email: 'ann@meier.example', last_contacted: '2026-03-31' } },
      { fields: { name: 'Bo Frei', email: 'bo@frei.example', last_contacted: '2026-04-01' } },
    ],
  ],
  [
    'hubspot.csv',
    'hubspot',
    [
      {
        fields: {
          name: 'Camille Durand',
          company: 'Tailspin Toys',
          email: 'camille@tailspin.example',
          phone: '+33 6 00 00 01 08',
          status: 'Connected',
          last_contacted: '2026-03-12T09:14',
        },
        remarks: [
          { label: 'Contact owner', value: 'me@example.org' },
          { label: 'Lifecycle Stage', value: 'Lead' },
          { label: 'Create Date', value: '2026-03-01 10:00' },
          { label: 'Job Title', value: 'Head of People' },
        ],
      },
    ],
  ],
  [
    'atomic-crm.csv',
    'atomic_crm',
    [
      {
        fields: {
          name: 'Marta Silva',
          company: 'Wingtip',
          email: 'marta@wingtip.example',
          phone: '659-980-2015',
          status: 'in-contract',
          last_contacted: '2026-07-01T11:54:49+00:00',
          linkedin_url: 'https://www.linkedin.com/in/marta-silva',
          notes: 'Met in Lisbon',
          tags: ['vip', 'lisbon'],
        },
        remarks: [
          { label: 'gender', value: 'female' },
          { label: 'title', value: 'Sales Executive' },
          { label: 'first_seen', value: '2026-01-01T00:00:00+00:00' },
          { label: 'has_newsletter', value: 'false' },
          { label: 'email_home', value: 'marta@home.example' },
          { label: 'phone_home', value: '740.645.3807' },
        ],
      },
    ],
  ],
];

const APPLICATIONS: readonly [string, string, readonly Row[]][] = [
  [
    'jobsync.csv',
    'jobsync',
    [
      {
        fields: {
          position: 'Data Engineer',
          company: 'Litware',
          stage: 'interview',
          applied_on: '2026-03-02',
          workload: 'full_time',
          location: 'Remote',
          source: 'Indeed',
        },
        remarks: [{ label: 'createdAt', value: '2026-03-01' }],
      },
      {
        fields: { position: 'Analyst', company: 'Proseware', stage: 'saved' },
        remarks: [{ label: 'createdAt', value: '2026-03-05' }],
      },
    ],
  ],
  [
    'tracker-english.csv',
    'table',
    [
      {
        fields: {
          position: 'Product Designer',
          company: 'Fabrikam',
          stage: 'screening',
          applied_on: '2026-03-31',
          url: 'https://fabrikam.example/jobs/7',
          salary_min: 120_000,
          salary_max: 120_000,
          salary_currency: 'USD',
          source: 'Referral',
          tags: ['design', 'remote'],
        },
        people: [{ name: 'Tom Reed', email: 'tom@fabrikam.example', company: 'Fabrikam', role: 'Recruiter' }],
        remarks: [{ label: 'Favourite', value: 'yes' }],
      },
      {
        fields: {
          position: 'UX Lead',
          company: 'Contoso',
          stage: 'closed',
          outcome: 'accepted',
          applied_on: '2026-04-02',
          url: 'https://contoso.example',
          salary_min: 130_000,
          salary_max: 150_000,
          salary_currency: 'USD',
          salary_period: 'year',
        },
      },
      {
        fields: { position: 'Designer', company: 'Northwind' },
        remarks: [
          { label: 'Stage', value: 'Waiting for budget' },
          { label: 'Salary', value: 'DOE' },
        ],
      },
    ],
  ],
  [
    'tracker-french.csv',
    'table',
    [
      {
        fields: {
          position: 'Développeuse',
          company: 'Épicerie Moderne',
          stage: 'screening',
          applied_on: '2026-03-31',
          url: 'https://epicerie.example/emploi',
          salary_min: 45_000,
          salary_max: 45_000,
          salary_currency: 'EUR',
          salary_period: 'year',
          notes: 'Très sympa',
        },
        people: [{ name: 'Hélène Petit', email: 'helene@epicerie.example', company: 'Épicerie Moderne' }],
      },
      {
        fields: {
          position: 'Testeur',
          company: 'Bleu',
          stage: 'closed',
          outcome: 'rejected',
          applied_on: '2026-04-01',
        },
      },
    ],
  ],
  [
    'tracker-unicode-text.txt',
    'table',
    [
      {
        fields: {
          position: 'Barista',
          company: 'Caffè Nero',
          stage: 'interview',
          applied_on: '2026-04-05',
          salary_min: 1500,
          salary_max: 1500,
          salary_currency: 'EUR',
          salary_period: 'month',
          notes: 'Perché no?',
        },
      },
      { fields: { position: 'Cuoco', company: 'Più', stage: 'closed', outcome: 'expired', applied_on: '2026-04-25' } },
    ],
  ],
  [
    'tracker-dutch.csv',
    'table',
    [
      {
        fields: {
          position: 'Ontwikkelaar',
          company: 'Tulp',
          stage: 'interview',
          applied_on: '2026-03-02',
          salary_min: 4000,
          salary_max: 5000,
          salary_currency: 'EUR',
          salary_period: 'month',
          notes: 'Leuk',
        },
      },
    ],
  ],
  [
    'excel-sep.csv',
    'table',
    [
      {
        fields: {
          position: 'Analista',
          company: 'Sol',
          stage: 'closed',
          outcome: 'rejected',
          applied_on: '2026-04-05',
        },
        remarks: [{ label: 'Fecha de solicitud', value: '05/04/26 (read as day first)' }],
      },
      {
        fields: { position: 'Gestora', company: 'Mar', stage: 'interview', applied_on: '2026-04-06' },
        remarks: [{ label: 'Fecha de solicitud', value: '06/04/26 (read as day first)' }],
      },
    ],
  ],
  [
    'excel-serial.csv',
    'table',
    [
      {
        fields: {
          position: 'Programador',
          company: 'Rio',
          stage: 'applied',
          applied_on: '2026-03-31',
          deadline: '2026-04-08',
        },
      },
      {
        fields: {
          position: 'Gerente',
          company: 'Sol',
          stage: 'closed',
          outcome: 'rejected',
          applied_on: '2026-04-01',
        },
      },
    ],
  ],
];

describe('the export', () => {
  test.each(CONTACTS)('%s is known as %s, with the people in it', async (file, id, rows) => {
    const found = await foundIn(file, id);
    expect(found.map(({ fields, remarks, people }) => strip({ fields, remarks, people }))).toEqual(rows);
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['contacts']));
  });

  test.each(APPLICATIONS)('%s is known as %s, with the applications in it', async (file, id, rows) => {
    const found = await foundIn(file, id);
    expect(found.map(({ fields, remarks, people }) => strip({ fields, remarks, people }))).toEqual(rows);
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(['applications']));
  });

  test.each([
    ['outlook-german.csv', { encoding: 'windows-1252', separator: ',', line: 1, rows: 1 }],
    ['numbers.csv', { encoding: 'utf-8', separator: ';', line: 2, rows: 2 }],
    ['excel-sep.csv', { encoding: 'utf-8', separator: ';', line: 2, rows: 2 }],
    ['tracker-unicode-text.txt', { encoding: 'utf-16le', separator: '\t', line: 1, rows: 2 }],
  ])('%s is written as it is told to be', async (file, how) => {
    expect(await readTable(await fixture(file), READING)).toMatchObject(how);
  });
});

async function foundIn(file: string, id: string): Promise<readonly Found[]> {
  const source = await fixture(file);
  const head = await headOf(source);
  const format = TABLES.find((one) => one.recognises(head));
  expect(format?.id).toBe(id);
  const items: Item[] = [];
  for await (const item of format?.read(source, READING) ?? []) items.push(item);
  expect(items.filter((item) => 'bad' in item)).toEqual([]);
  expect(items.at(-1)).toEqual({ read: source.size });
  return items.flatMap((item) => ('found' in item ? [item.found] : []));
}

async function fixture(file: string): Promise<Source> {
  return sourceOf(file, await readFile(join(import.meta.dirname, 'fixtures', file)));
}

function strip(row: { readonly [K in keyof Row]: Row[K] | undefined }): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}
