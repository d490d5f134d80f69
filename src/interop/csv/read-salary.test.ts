import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyIn, isAllSaid, readSalary } from './read-salary.ts';

describe('a salary', () => {
  test.each<[string, number | undefined, number | undefined, string | undefined, string | undefined]>([
    ["CHF 110'000–130'000 / year", 110_000, 130_000, 'CHF', 'year'],
    ['CHF 110’000 bis 130’000 pro Jahr', 110_000, 130_000, 'CHF', 'year'],
    ['$120k', 120_000, 120_000, 'USD', undefined],
    ['$130K–$150K/yr', 130_000, 150_000, 'USD', 'year'],
    ['110-130k', 110_000, 130_000, undefined, undefined],
    ['£60,000 - £70,000 per annum', 60_000, 70_000, 'GBP', 'year'],
    ['45 000 € par an', 45_000, 45_000, 'EUR', 'year'],
    ['€ 4.000 - € 5.000 per maand', 4000, 5000, 'EUR', 'month'],
    ['1.500 € al mese', 1500, 1500, 'EUR', 'month'],
    ['bis 5.000 EUR im Monat', undefined, 5000, 'EUR', 'month'],
    ['up to 90k', undefined, 90_000, undefined, undefined],
    ['ab 90 000 CHF', 90_000, undefined, 'CHF', undefined],
    ['C$100,000+', 100_000, undefined, 'CAD', undefined],
    ['45 €/h', 45, 45, 'EUR', 'hour'],
    ['600 EUR Tagessatz', 600, 600, 'EUR', 'day'],
    ['R$ 8.000 por mês', 8000, 8000, 'BRL', 'month'],
    ['1.2m INR', 1_200_000, 1_200_000, 'INR', undefined],
  ])('%j', (text, min, max, currency, period) => {
    const salary = { salary_min: min, salary_max: max, salary_currency: currency, salary_period: period };
    expect(readSalary(text)).toEqual(
      Object.fromEntries(Object.entries(salary).filter(([, value]) => value !== undefined)),
    );
  });

  test.each(['', 'DOE', 'negotiable', "13 x 7'000 CHF", '80%, 100000 to 120000'])(
    '%j is none that can be told',
    (text) => {
      expect(readSalary(text)).toBeUndefined();
    },
  );

  test('says all only where no word is left over and no amount is rounded', () => {
    expect(["CHF 110'000–130'000 / year", '$120k', '45 €/h', 'bis 5.000 EUR im Monat'].map(isAllSaid)).not.toContain(
      false,
    );
    expect(['$120k plus equity', '45.50 USD/hour', '80.000,50 €'].map(isAllSaid)).not.toContain(true);
  });

  test('of any text has whole numbers, the lower one first', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,'k -–$€ to"), maxLength: 30 }), (text) => {
        const { salary_min = 0, salary_max = Number.MAX_VALUE } = readSalary(text) ?? {};
        expect(Number.isInteger(salary_min) && salary_min >= 0 && salary_min <= salary_max).toBe(true);
      }),
    );
  });

  test('has the currency that is named, and none where one only seems to be', () => {
    expect(['100 chf', 'Salary (EUR)', '5 zł', 'US$ 5', 'neuro 5', 'a try'].map(currencyIn)).toEqual([
      'CHF',
      'EUR',
      'PLN',
      'USD',
      undefined,
      undefined,
    ]);
  });
});
