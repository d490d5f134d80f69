import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeRecord, numberedId } from '../../test/made-record.ts';
import { application } from './application.ts';
import { type Contact, contact } from './contact.ts';
import { alikeFinder, likelySame } from './duplicates.ts';
import { JOB, PERSON } from './traits.ts';

type Values = Readonly<Record<string, unknown>>;

const person = (number: number, values: Values) =>
  madeRecord(contact, number, { name: `Person ${number}`, email: `p${number}@acme.example`, ...values });
const job = (number: number, values: Values) =>
  madeRecord(application, number, { position: `Role ${number}`, ...values });
const people = (...all: readonly Values[]) => all.map((values, index) => person(index + 1, values));
const reasons = (...all: readonly Values[]) =>
  likelySame(people(...all), PERSON).flatMap((group) => group.reasons.map(({ by }) => by));
const jobReasons = (...all: readonly Values[]) =>
  likelySame(
    all.map((values, index) => job(index + 1, values)),
    JOB,
  ).flatMap((group) => group.reasons.map(({ by }) => by));

const profile = 'linkedin.com/in/ada-lee';

describe('the same person', () => {
  test.each([
    ['email', { email: 'Ada@Acme.example' }, { email: 'ada@acme.example' }],
    ['phone', { phone: '+41 79 123 45 67' }, { phone: '079 123 45 67' }],
    ['phone', { phone: '+41 79 123 45 67' }, { phone: 'office 044 765 43 21, 0041791234567' }],
    [
      'linkedin_url',
      { linkedin_url: `https://www.${profile}/` },
      { linkedin_url: `http://ch.${profile}?locale=de_DE` },
    ],
    ['name_and_company', { name: 'Zoë Ångström', company: 'Acme AG' }, { name: 'Angstrom, Zoe', company: 'ACME' }],
    ['name_and_company', { name: 'Ada Lee', company: 'Hays AG' }, { name: 'Ada Lee', recruiter_company: 'Hays' }],
  ])('by %s: %j, %j', (by, one, other) => expect(reasons(one, other)).toEqual([by]));

  test('by several things at once', () => {
    expect(
      reasons({ name: 'Ada', company: 'A', phone: '0791234567' }, { name: 'Ada', company: 'A', phone: '0791234567' }),
    ).toEqual(['phone', 'name_and_company']);
  });
});

describe('not the same person', () => {
  test.each([
    ['no address', { email: 'none@acme.example' }, { email: 'none@acme.example' }],
    ['an address that is not known', { email: null, needs_email: true }, { email: null, needs_email: true }],
    ['an address that cannot be', { email: 'x1@nobody.invalid' }, { email: 'x1@nobody.invalid' }],
    ['a program', { email: 'jobs-noreply@linkedin.com' }, { email: 'jobs-noreply@linkedin.com' }],
    ['a shared mailbox', { email: 'hr@acme.example' }, { email: 'hr@acme.example' }],
    ['no phone', { phone: null }, { phone: null }],
    ['too short a number', { phone: '117' }, { phone: '117' }],
    ['two countries', { phone: '+41 79 123 45 67' }, { phone: '+49 79 123 45 67' }],
    ['no profile', { linkedin_url: 'https://linkedin.com/feed/' }, { linkedin_url: 'https://linkedin.com/feed/' }],
    ['a name without a company', { name: 'Ada Lee' }, { name: 'Ada Lee' }],
    ['a name at two companies', { name: 'Ada Lee', company: 'Acme' }, { name: 'Ada Lee', company: 'Globex' }],
    ['nothing that is a word', { name: '?', company: '-' }, { name: '?', company: '-' }],
  ])('by %s', (_, one, other) => expect(reasons(one, other)).toEqual([]));
});

const posting = 'https://acme.example/jobs/1';

test.each([
  ['url', { url: posting }, { url: `${posting}/?utm_source=mail` }],
  ['url', { url: posting, via: 'Hays AG' }, { url: posting, via: 'HAYS', route: 'recruiting_agency' }],
  [
    'position_and_company',
    { position: 'Data Engineer (m/w/d)', company: 'Acme AG' },
    { position: 'Engineer, Data', company: 'ACME' },
  ],
])('the same job by %s', (by, one, other) => expect(jobReasons(one, other)).toEqual([by]));

test.each([
  ['a company that is not known', { position: 'Data Engineer' }, { position: 'Data Engineer' }],
  [
    'a company that is not told',
    { position: 'Role', company: 'Confidential' },
    { position: 'Role', company: 'confidential' },
  ],
  ['another role', { position: 'Data Engineer', company: 'Acme' }, { position: 'Data Analyst', company: 'Acme' }],
  ['another agency', { url: posting, via: 'Hays' }, { url: posting, via: 'Bridgeway' }],
  ['an agency and oneself', { position: 'Role', company: 'Acme', via: 'Hays' }, { position: 'Role', company: 'Acme' }],
  ['the address of a whole site', { url: 'https://acme.example' }, { url: 'https://acme.example/' }],
])('not the same job by %s', (_, one, other) => expect(jobReasons(one, other)).toEqual([]));

test('a deleted one is like none', () => {
  const [one, other] = people({ phone: '0791234567' }, { phone: '0791234567' });
  if (!one || !other) throw new Error('Two were made.');
  const deleted = { ...other, deleted_at: '2026-03-03T09:00:00.000Z' };
  expect(likelySame([one, deleted], PERSON)).toEqual([]);
  expect(alikeFinder([one, deleted], PERSON)(one, one.contact_id)).toEqual([]);
});

test('who is like two others makes one group of three, and the reasons tell who shares what', () => {
  const all = people(
    { phone: '+41791234567' },
    { phone: '0791234567', email: 'ada@acme.example' },
    { email: 'ada@acme.example' },
  );
  const [a, b, c] = [numberedId(1), numberedId(2), numberedId(3)];
  expect(likelySame(all, PERSON)).toEqual([
    {
      ids: [a, b, c],
      reasons: [
        { by: 'email', ids: [b, c] },
        { by: 'phone', ids: [a, b] },
      ],
    },
  ]);
});

test('a number without a country may be that of either, which are still two', () => {
  const all = people({ phone: '+41791234567' }, { phone: '+49791234567' }, { phone: '0791234567' });
  const [a, b, c] = [numberedId(1), numberedId(2), numberedId(3)];
  expect(likelySame(all, PERSON)[0]?.reasons.map(({ ids }) => ids)).toEqual([
    [a, c],
    [b, c],
  ]);
  expect(alikeFinder(all, PERSON)({ ...people({})[0], phone: '+41791234567' } as Contact, a)).toEqual([
    { id: c, by: ['phone'] },
  ]);
});

test('who is asked about may be new, and whoever shares most comes first', () => {
  const all = people({ phone: '0791234567' }, { phone: '0791234567', email: 'ada@acme.example' });
  const asked = {
    name: 'A',
    company: null,
    recruiter_company: null,
    email: 'ada@acme.example',
    phone: '079 123 45 67',
    linkedin_url: null,
  };
  expect(alikeFinder(all, PERSON)(asked)).toEqual([
    { id: numberedId(2), by: ['email', 'phone'] },
    { id: numberedId(1), by: ['phone'] },
  ]);
});

const anyPerson = fc.record({
  name: fc.constantFrom('Ada Lee', 'Lee Ada', 'Bo'),
  company: fc.constantFrom('Acme', 'Acme AG', 'Globex', null),
  email: fc.constantFrom(
    'a@x.example',
    'A@x.example',
    'b@x.example',
    'c@x.example',
    'd@x.example',
    'noreply@x.example',
  ),
  phone: fc.constantFrom('+41791234567', '+49791234567', '0791234567', '079 123 45 67, +41 44 765 43 21', null),
});

test('likeness is mutual, of two different records, and within a group; each record is in one group at most', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 12 }), (all) => {
      const records = people(...all);
      const find = alikeFinder(records, PERSON);
      const alike = new Map(records.map((one) => [one.contact_id, find(one, one.contact_id)]));
      const groups = likelySame(records, PERSON);
      const grouped = groups.flatMap(({ ids }) => ids);
      expect(new Set(grouped).size).toBe(grouped.length);
      expect(new Set(grouped)).toEqual(new Set([...alike].filter(([, found]) => found.length > 0).map(([id]) => id)));
      for (const [id, found] of alike) {
        const group = groups.find(({ ids }) => ids.includes(id));
        for (const other of found) {
          expect(other.id).not.toBe(id);
          expect(group?.ids).toContain(other.id);
          expect(alike.get(other.id)).toContainEqual({ id, by: expect.arrayContaining([...other.by]) });
          for (const by of other.by) {
            expect(
              group?.reasons.some(
                (reason) => reason.by === by && [id, other.id].every((one) => reason.ids.includes(one)),
              ),
            ).toBe(true);
          }
        }
      }
    }),
  );
});

test('10,000 contacts are compared in one pass, be all alike or none: well under a second of the processor', () => {
  const base = person(0, { company: 'Acme' });
  const phone = (n: number) => `+41 79 ${String(n).padStart(7, '0')}`;
  const apart = Array.from({ length: 10_000 }, (_, n): Contact => {
    const linkedin_url = `https://www.linkedin.com/in/person-${n}/`;
    return {
      ...base,
      contact_id: numberedId(n),
      name: `Person ${n}`,
      email: `p${n}@x.example`,
      phone: phone(n),
      linkedin_url,
    };
  });
  const equal = apart.map((one): Contact => ({ ...base, contact_id: one.contact_id }));
  const before = process.cpuUsage();
  expect(likelySame(apart, PERSON)).toEqual([]);
  expect(likelySame(equal, PERSON)).toHaveLength(1);
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
});
