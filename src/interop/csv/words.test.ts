import { describe, expect, test } from 'vitest';
import { OUTCOMES, STAGES } from '../../domain/stages.ts';
import { columnKey } from './column-key.ts';
import { MEANINGS } from './column-names.ts';
import { COLUMN_FIELDS, meaningOf, typeOf } from './columns.ts';
import { standingOf } from './stage-words.ts';

describe('the word of another tracker', () => {
  test.each([
    ['Applied', 'applied', undefined],
    ['2. Applied', 'applied', undefined],
    ['PHONE-SCREEN', 'screening', undefined],
    ['Take-home test', 'assessment', undefined],
    ['Vorstellungsgespräch', 'interview', undefined],
    ['Entretien', 'interview', undefined],
    ['Offer accepted', 'closed', 'accepted'],
    ['Absage', 'closed', 'rejected'],
    ['Zurückgezogen', 'closed', 'withdrawn'],
    ['Sans réponse', 'closed', 'ghosted'],
    ['Offerta rifiutata', 'closed', 'declined'],
    ['Rechazada', 'closed', 'rejected'],
    ['Vaga encerrada', 'closed', 'expired'],
    ['Afgewezen', 'closed', 'rejected'],
    ['Archived', 'closed', undefined],
  ])('%s is %s %s', (word, stage, outcome) => {
    expect(standingOf(word)).toEqual({ stage, ...(outcome && { outcome }) });
  });

  test.each([...Object.keys(STAGES), ...Object.values(STAGES)])('%s is known as our own', (word) => {
    expect(standingOf(word)).toBeDefined();
  });

  test.each(Object.keys(OUTCOMES))('%s is that outcome', (word) => {
    expect(standingOf(word)).toEqual({ stage: 'closed', outcome: word });
  });

  test('that nobody knows is none', () => {
    expect(['', '1', 'Waiting for budget'].map(standingOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the names of columns', () => {
  test('mean one thing each', () => {
    const seen = new Map<string, unknown>();
    for (const meaning of MEANINGS) {
      for (const name of meaning.names.split(', ')) {
        const key = columnKey(name);
        expect(seen.get(key) ?? meaning, name).toBe(meaning);
        seen.set(key, meaning);
      }
    }
  });

  test('stand for fields that there are', () => {
    for (const { contacts, applications } of MEANINGS) {
      if (contacts) expect(COLUMN_FIELDS).toContain(`contacts.${contacts}`);
      if (applications) expect(COLUMN_FIELDS).toContain(`applications.${applications}`);
    }
  });

  test.each([
    ['E-MAIL ADDRESS', 'email'],
    ['EmailAddress', 'email'],
    ['e_mail', 'email'],
    ['Prénom', 'first_name'],
    ['Business Phone 2', 'phone'],
    ['Name (required)', 'name'],
  ])('%s is the %s of a contact', (name, field) => {
    expect(meaningOf(name)?.contacts).toBe(field);
  });

  test.each([
    [['Name', 'Email', 'Phone', 'Company', 'Position'], 'contacts'],
    [['First name', 'Last name', 'Job title', 'Company', 'Status'], 'contacts'],
    [['Vorname', 'Name', 'Firma', 'Titel', 'Telefon'], 'contacts'],
    [['Company', 'Position', 'Status', 'Applied', 'Contact', 'Email', 'Phone'], 'applications'],
    [['Employer', 'Title', 'Stage', 'Link'], 'applications'],
    [['Job Position', 'Company', 'Min. Salary', 'Max. Salary', 'Status', 'Date Applied', 'Follow up'], 'applications'],
    [['Empresa', 'Vaga', 'Situação'], 'applications'],
  ] as const)('%j tell of %s', (header, type) => {
    expect(typeOf(header)).toBe(type);
  });
});
