import { describe, expect, test } from 'vitest';
import { found, Shop } from '../../../test/import-scene.ts';
import { NO_CHOICES } from './choices.ts';
import { reportOf } from './report.ts';

const ada = { name: 'Ada Lee', email: 'ada@acme.example', company: 'Acme' };

describe('contacts', () => {
  test('who is not there yet is created, and who has no address is asked for one', () => {
    const shop = new Shop();
    shop.apply(shop.plan([found('contacts', 2, ada), found('contacts', 3, { name: 'Bo', phone: '+41 79 123 45 67' })]));
    expect(shop.of('contacts')).toMatchObject([ada, { name: 'Bo', email: null, needs_email: true }]);
  });

  const cases: [string, object, object, string, boolean, readonly string[]][] = [
    ['the same e-mail', ada, { name: 'Ada', email: 'ADA@acme.example', phone: '1234567' }, 'update', true, ['email']],
    [
      'the same profile',
      { ...ada, linkedin_url: 'https://www.linkedin.com/in/ada-lee/' },
      { name: 'Ada Lee', linkedin_url: 'https://ch.linkedin.com/in/ada-lee', location: 'Bern' },
      'update',
      true,
      ['linkedin_url'],
    ],
    [
      'the name and the company',
      { ...ada, company: 'Acme AG' },
      { name: 'Lee Ada', company: 'ACME', location: 'Bern' },
      'merge',
      false,
      ['name_and_company'],
    ],
    [
      'a phone number',
      { ...ada, phone: '079 123 45 67' },
      { name: 'A. Lee', phone: '+41 79 123 45 67', location: 'Bern' },
      'merge',
      false,
      ['phone'],
    ],
  ];
  test.each(cases)('%s tells who it is', (_, standing, fields, action, certain, by) => {
    const shop = new Shop();
    const id = shop.has('contacts', { ...standing });
    const plan = shop.plan([found('contacts', 2, { ...fields })]);
    expect(plan.rows).toMatchObject([{ action, match: { id, certain, by }, id }]);
    shop.apply(plan);
    expect(shop.of('contacts')).toHaveLength(1);
    expect(shop.get('contacts', id)).toMatchObject(standing);
  });

  test('empty fields are filled, tags and remarks added, and what differs stays unless it is chosen', () => {
    const shop = new Shop();
    const id = shop.has('contacts', { ...ada, tags: ['old'], notes: 'Met at a fair.' });
    const row = found(
      'contacts',
      2,
      { ...ada, company: 'Initech', phone: '044 111 22 33', tags: ['Old', 'new'] },
      {
        remarks: [{ label: 'Birthday', value: '1 May' }],
      },
    );
    const plan = shop.plan([row]);
    expect(plan.rows[0]?.differences.map(({ field, chosen, differs }) => [field, chosen, differs])).toEqual([
      ['company', 'mine', true],
      ['phone', 'theirs', false],
      ['tags', 'theirs', false],
      ['notes', 'theirs', false],
    ]);
    const [key = ''] = plan.rows.map((one) => one.key);
    shop.apply(shop.plan([row], { ...NO_CHOICES, rows: { [key]: { fields: { company: 'theirs', phone: 'mine' } } } }));
    expect(shop.get('contacts', id)).toMatchObject({
      company: 'Initech',
      phone: null,
      tags: ['old', 'new'],
      notes: 'Met at a fair.\n\nBirthday: 1 May',
    });
  });

  test('two rows of the same person are one, and what they say otherwise is in the notes', () => {
    const shop = new Shop();
    const plan = shop.plan([
      found('contacts', 2, { ...ada, phone: '044 111 22 33' }),
      found('contacts', 3, { name: 'Bo', email: 'bo@x.example' }),
      found('contacts', 4, { ...ada, phone: '044 999 88 77', location: 'Bern' }),
    ]);
    shop.apply(plan);
    expect(shop.of('contacts')).toHaveLength(2);
    expect(shop.of('contacts')[0]).toMatchObject({ location: 'Bern', notes: 'Phone: 044 999 88 77' });
    expect(plan.rows[0]?.told).toMatchObject([{ code: 'said_twice' }]);
    expect(reportOf(plan).counts).toMatchObject({ created: 3, bad: 0 });
  });

  test('a merge may be turned into a new contact, or left alone', () => {
    const shop = new Shop();
    shop.has('contacts', ada);
    const row = found('contacts', 2, {
      name: 'Ada Lee',
      company: 'Acme',
      email: 'other@acme.example',
      phone: '1234567',
    });
    const [first] = shop.plan([row]).rows;
    expect([first?.action, first?.offers]).toEqual(['merge', ['create', 'alone']]);
    const key = first?.key ?? '';
    expect(shop.plan([row], { ...NO_CHOICES, rows: { [key]: { action: 'alone' } } }).writes).toEqual([]);
    shop.apply(shop.plan([row], { ...NO_CHOICES, rows: { [key]: { action: 'create' } } }));
    expect(shop.of('contacts')).toHaveLength(2);
  });

  test('one bad value does not lose the row: it is told, and kept in the notes', () => {
    const shop = new Shop();
    const plan = shop.plan([
      found('contacts', 2, { ...ada, email: 'ada at acme', next_follow_up: 'soon', company: 'x'.repeat(300) }),
    ]);
    shop.apply(plan);
    expect(shop.of('contacts')[0]).toMatchObject({ email: null, needs_email: true, next_follow_up: null });
    expect(shop.of('contacts')[0]?.notes).toBe(
      `E-mail: ada at acme\nCompany: ${'x'.repeat(300)}\nNext follow-up: soon`,
    );
    expect(plan.rows[0]?.told.map(({ code }) => code)).toEqual(['bad_value', 'cut', 'bad_value']);
  });

  test('what has nothing of what is required is bad, with its line', () => {
    const { bad, rows } = new Shop().plan([found('contacts', 7, { company: 'Acme' })]);
    expect([rows, bad]).toMatchObject([
      [],
      [{ where: { line: 7 }, why: 'Name is missing, and it is required.', excerpt: 'Acme' }],
    ]);
  });

  test('notes that are too long are cut with a word, and stay so', () => {
    const shop = new Shop();
    const rows = [
      found('contacts', 2, { ...ada, notes: 'n'.repeat(30_000) }, { remarks: [{ label: 'More', value: 'm' }] }),
    ];
    const plan = shop.plan(rows);
    shop.apply(plan);
    expect(String(shop.of('contacts')[0]?.notes)).toMatch(/^n+\n… \(The rest was too long and was cut.\)$/);
    expect(plan.rows[0]?.told).toMatchObject([{ code: 'cut' }]);
    expect(shop.plan(rows).writes).toEqual([]);
  });
});
