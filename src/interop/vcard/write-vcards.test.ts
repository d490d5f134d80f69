import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { madeRecord, numberedId } from '../../../test/made-record.ts';
import { type Contact, contact } from '../../domain/contact.ts';
import { isEqual } from '../../domain/json.ts';
import { fold } from '../../domain/search.ts';
import { sourceOf } from '../import/source.ts';
import { vcard } from './format.ts';
import { writeVcards } from './write-vcards.ts';

const reading = { today: '2026-03-02', zone: 'UTC', own: { names: [], emails: [] }, mappings: {} };

const ada = madeRecord(contact, 1, {
  name: 'Ada Lovelace-Müller',
  email: 'ada@acme.example',
  company: 'Acme; Sons, Ltd.',
  position_applied: 'Engineer',
  phone: '+41 79 555 01 01',
  location: 'Zürich, Switzerland',
  linkedin_url: 'https://www.linkedin.com/in/ada',
  tags: ['remote', 'Zürich'],
  status: 'awaiting reply',
  notes: `A long note, with “quotes” and 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 and a path C:\\new.\nA second line.`,
});

async function readBack(text: string) {
  const items = [];
  for await (const item of vcard.read(sourceOf('back.vcf', text), reading)) if (!('read' in item)) items.push(item);
  return items;
}

/** The fields of a contact that hold something, as the reader gives them. */
function filled(record: Contact) {
  const values = new Map<string, unknown>(Object.entries(record));
  const all = Object.entries(contact.fields).map(([field, { empty }]) => ({ field, empty, value: values.get(field) }));
  const full = all.filter(({ empty, value }) => !isEqual(value, empty) && value !== null);
  return Object.fromEntries(full.map(({ field, value }) => [field, value]));
}

describe('what is written', () => {
  it('is read alike by another parser', () => {
    const properties = new ICAL.Component(ICAL.parse(writeVcards([ada])));
    const value = (name: string) => properties.getFirstPropertyValue(name);
    expect(value('version')).toBe('3.0');
    expect(value('fn')).toBe(ada.name);
    expect(value('n')).toEqual(['Lovelace-Müller', 'Ada', '', '', '']);
    expect(value('org')).toBe(ada.company);
    expect(value('email')).toBe(ada.email);
    expect(value('tel')).toBe(ada.phone);
    expect(value('adr')).toEqual(['', '', '', ada.location, '', '', '']);
    expect(value('note')).toBe(ada.notes);
    expect(value('url')).toBe(ada.linkedin_url);
    expect(properties.getFirstProperty('categories')?.getValues()).toEqual(['remote', 'Zürich']);
    expect(value('uid')).toBe(`urn:uuid:${numberedId(1)}`);
    expect(value('x-touchbase-status')).toBe('"awaiting reply"');
  });

  it('has lines of at most 75 octets that end with CRLF, and cuts no character', () => {
    const text = writeVcards([ada]);
    expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3.0\r\n[\s\S]*\r\nEND:VCARD\r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const longest = Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
    expect(longest).toBeGreaterThan(70);
    expect(text.isWellFormed()).toBe(true);
  });

  it('has no e-mail where none is known, and the mark that says so comes back', async () => {
    const bo = madeRecord(contact, 2, { name: 'Bo', needs_email: true });
    const text = writeVcards([bo]);
    expect(text).not.toContain('\r\nEMAIL');
    expect((await readBack(text)).map((item) => 'found' in item && item.found.fields)).toEqual([
      { name: 'Bo', needs_email: true },
    ]);
  });

  it('comes back as it was, with nothing beside it', async () => {
    expect(await readBack(writeVcards([ada]))).toEqual([
      {
        found: {
          type: 'contacts',
          where: { file: 'back.vcf', line: 1 },
          fields: filled(ada),
          own: { type: 'contacts', id: ada.contact_id, at: '2026-03-02T09:00:00Z' },
        },
      },
    ]);
  });
});

const anyText = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ' ',
          '\\',
          ',',
          ';',
          ':',
          '\n',
          '\r',
          '\t',
          '"',
          '=',
          'n',
          '\u2028',
          '\ufeff',
          '\x7f',
          'é',
          '😀',
        ),
        maxLength,
      }),
    )
    .map((text) => text.slice(0, maxLength).toWellFormed().replaceAll('\0', ''));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const anyContact = fc.record({
  name: anyText(60).map((name) => (name.trim() === '' ? `${name}A` : name)),
  email: fc.constantFrom('a@x.example', 'ÄÖ=ü@bücher.example', 'MAILTO+x@x.example'),
  company: maybe(anyText(30)),
  position_applied: maybe(anyText(30)),
  status: maybe(anyText(30)),
  next_follow_up: maybe(fc.constant('2026-03-09')),
  last_contacted: maybe(fc.constantFrom('2026-03-01', '2026-03-01T10:00+0100')),
  phone: maybe(fc.oneof(anyText(30), fc.constantFrom('tel:+1', '+1;ext=2', 'tel:1;ext=3'))),
  kind: maybe(fc.constant('referral')),
  location: maybe(anyText(30)),
  tags: fc.uniqueArray(
    anyText(20)
      .map((tag) => tag.replaceAll(',', ''))
      .filter((tag) => tag.trim() !== ''),
    { selector: (tag) => fold(tag.trim()), maxLength: 4 },
  ),
  linkedin_url: maybe(
    fc.constantFrom('https://linkedin.com/in/a', 'http://x.example/?a;b,c\\d', 'https://ch.linkedin.com/in/ä'),
  ),
  notes: maybe(anyText(400)),
});

describe('any contacts', () => {
  it('come back as they were, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyContact, { maxLength: 3 }), async (people) => {
        const records = people.map((values, place) => madeRecord(contact, place, values));
        const items = await readBack(writeVcards(records));
        expect(items.map((item) => ('found' in item ? item.found.fields : item))).toEqual(records.map(filled));
        expect(items.map((item) => 'found' in item && item.found.remarks)).toEqual(records.map(() => undefined));
      }),
      { numRuns: 400 },
    );
  });

  it('are well-formed to another parser', () => {
    fc.assert(
      fc.property(anyContact, (values) => {
        const text = writeVcards([madeRecord(contact, 1, values)]);
        const parsed = new ICAL.Component(ICAL.parse(text));
        expect(parsed.getFirstPropertyValue('uid')).toBe(`urn:uuid:${numberedId(1)}`);
        expect(parsed.getFirstPropertyValue('email')).toBe(values.email);
      }),
    );
  });
});
