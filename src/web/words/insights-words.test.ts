import { expect, test } from 'vitest';
import { enInsights } from './en-insights.ts';
import { enReport } from './en-report.ts';

const { funnel, stageTimes, weeks, onlyCases } = enInsights.insights;

test('a small sample says how small it is', () => {
  expect(onlyCases(1)).toBe('from only 1 case');
  expect(onlyCases(3)).toBe('from only 3 cases');
  expect(stageTimes.beside(3, true, 2)).toBe('from only 3 cases · 2 there now');
});

test('what is none is not said', () => {
  expect(funnel.beside(null, 0)).toBe('');
  expect(funnel.beside(null, 7)).toBe('· 7 still there');
  expect(funnel.beside('40% of Saved', 0)).toBe('40% of Saved');
  expect(stageTimes.beside(0, true, 2)).toBe('2 there now');
  expect(stageTimes.beside(12, false, 0)).toBe('of 12');
});

test('what is left out of a chart is told', () => {
  expect(weeks.last(13, 53)).toBe('The last 13 weeks; the table has 53.');
});

test('what a row of the report lacks is listed', () => {
  expect(enReport.report.add(['contact'])).toBe('Add contact');
  expect(enReport.report.addTo(['company', 'address', 'applied_by'], 'Engineer')).toBe(
    'Add company, address, and how you applied to Engineer',
  );
  expect(enReport.report.incomplete(1)).toBe('1 row lacks something that the office asks for.');
});
