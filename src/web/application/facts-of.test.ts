import { expect, test } from 'vitest';
import { madeRecord } from '../../../test/made-record.ts';
import { application } from '../../domain/application.ts';
import { isTyped } from '../../domain/field.ts';
import { FACT_NAMES, factsOf, missingFacts, salaryWords } from './facts-of.ts';

const record = (fields: object) => madeRecord(application, 1, { position: 'Welder', ...fields });

test.each([
  [
    { salary_min: 95_000, salary_max: 110_000, salary_currency: 'CHF', salary_period: 'year' },
    'CHF 95,000–110,000 a year',
  ],
  [{ salary_min: 95_000, salary_max: 95_000, salary_currency: 'CHF', salary_period: 'year' }, 'CHF 95,000 a year'],
  [{ salary_min: 600, salary_currency: 'EUR', salary_period: 'day' }, 'from EUR 600 a day'],
  [{ salary_max: 45, salary_currency: 'EUR', salary_period: 'hour' }, 'up to EUR 45 an hour'],
  [{ salary_min: 0, salary_max: 1000, salary_period: 'month' }, '0–1,000 a month'],
  [{ salary_min: 5000 }, 'from 5,000'],
  [{ salary_currency: 'CHF', salary_period: 'year' }, ''],
])('%o is told in one line', (fields, words) => {
  expect(salaryWords(record(fields))).toBe(words);
});

test('what is known is told, what is not can be filled in, and nothing is in both', () => {
  const some = record({ company: 'Acme', applied_on: '2026-03-01', tags: ['night', 'shift'] });
  const known = factsOf(some).flat();
  expect(known).toContainEqual({ name: 'company', label: 'Company', text: 'Acme' });
  expect(known).toContainEqual({ name: 'tags', label: 'Tags', text: 'night, shift' });
  const missing = missingFacts(some).map(({ name }) => name);
  expect(missing).toContain('salary_min');
  expect(missing.filter((name) => known.some((fact) => fact.name === name))).toEqual([]);
});

test('why it ended can be filled in once it has', () => {
  const reason = expect.objectContaining({ name: 'outcome_reason' });
  expect(missingFacts(record({}))).not.toContainEqual(reason);
  expect(missingFacts(record({ stage: 'closed', outcome: 'rejected' }))).toContainEqual(reason);
});

test('every field that is typed has a place on the page', () => {
  const elsewhere = ['stage', 'outcome', 'next_action', 'next_action_on', 'description'];
  const typed = Object.entries(application.fields).filter(([, field]) => isTyped(field));
  expect([...FACT_NAMES, ...elsewhere].sort()).toEqual(typed.map(([name]) => name).sort());
});
