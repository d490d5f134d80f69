import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyKey, isSameCompany } from './company-name.ts';

describe('the same company', () => {
  test.each([
    ['case and accents', 'Nestlé', 'NESTLE'],
    ['a legal form', 'Acme AG', 'Acme'],
    ['another legal form', 'Acme GmbH', 'Acme Inc.'],
    ['a form of several words', 'Müller & Co. KG', 'MULLER und Co'],
    ['a form with points', 'Helvetia S.A.', 'Helvetia SA'],
    ['a form with points and spaces', 'Alpina S. à r. l.', 'Alpina Sàrl'],
    ['a Polish form with spaces', 'Wisła Sp. z o. o.', 'Wisla'],
    ['a Polish form', 'Wisła Sp. z o.o.', 'Wisła'],
    ['a limited entrepreneurial company', 'Kiosk UG (haftungsbeschränkt)', 'Kiosk'],
    ['a form after a comma', 'Globex, Ltd', 'Globex LLC'],
    ['"and"', 'Ernst & Young', 'Ernst and Young'],
    ['spaces and dashes', 'Post Finance', 'Post-Finance'],
    ['points within', 'E.ON SE', 'EON'],
    ['an apostrophe', 'Levi’s', "Levi's"],
  ])('%s aside: %s, %s', (_, one, other) => expect(isSameCompany(one, other)).toBe(true));
});

describe('another company', () => {
  test.each([
    ['a form that begins a name', 'AG Insurance', 'Insurance'],
    ['a name of nothing but forms', 'SE', 'AG'],
    ['unknown ones', null, null],
    ['unknown and known', null, 'Acme'],
    ['confidential ones', 'Confidential', 'confidential'],
    ['not available ones', 'N/A', 'n. a.'],
    ['no letters', '???', '???'],
    ['a further word', 'Acme', 'Acme Foods'],
  ])('%s: %s, %s', (_, one, other) => expect(isSameCompany(one, other)).toBe(false));
});

test('a legal form at the end never changes what a company is', () => {
  const form = fc.constantFrom(' AG', ' GmbH', ', Inc.', ' Ltd', ' SA', ' S.A.', ' Sàrl', ' S. à r.l.', ' & Co. KG');
  const name = fc.array(fc.constantFrom('Müller', 'Acme', '東京', '3M', 'E.ON', 'Coca-Cola', 'и'), { minLength: 1 });
  fc.assert(
    fc.property(name, form, (parts, end) => {
      expect(companyKey(parts.join(' ') + end)).toBe(companyKey(parts.join(' ')));
    }),
  );
});
