import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameRole, roleWords } from './role.ts';

describe('the same role', () => {
  test.each([
    ['case and accents aside', 'Développeur Web', 'DEVELOPPEUR WEB'],
    ['in another order', 'Data Engineer', 'Engineer, Data'],
    ['of one word, equal', 'Engineer', 'engineer'],
    ['for all genders', 'Software Engineer (m/w/d)', 'Software Engineer'],
    ['with the marks of another language', 'Data Scientist F/M/X', 'Data Scientist (h/f)'],
    ['with genders in words', 'Data Scientist (all genders)', 'Data Scientist (gn)'],
    ['with a German ending', 'Softwareentwickler:in', 'Softwareentwickler/-in'],
    ['with a capital within', 'ProjektleiterIn Bau', 'Projektleiter*in Bau'],
    ['with a French ending', 'Chargé·e de projet', 'Chargé(e) de projet'],
    ['with a workload', 'Product Owner 80-100%', 'Product Owner 80 – 100 % (m/f/d)'],
    ['with a single workload', 'Product Owner, 60%', 'Product Owner'],
    ['filed under a number', 'Platform Engineer (Req 1048576)', 'Platform Engineer Req'],
    ['with a place beside it', 'Platform Engineer', 'Platform Engineer, Zürich'],
    ['with a seniority that only one names', 'Software Engineer', 'Senior Software Engineer, Payments'],
    ['with small words', 'Head of Marketing', 'Head Marketing'],
    ['in a script without spaces', '软件 工程师', '软件工程师'],
  ])('%s: %s, %s', (_, one, other) => expect(isSameRole(one, other)).toBe(true));
});

describe('another role', () => {
  test.each([
    ['seniority', 'Junior Software Engineer', 'Senior Software Engineer'],
    ['one word that is in many others', 'Engineer', 'Software Engineer'],
    ['small words that are no words of the role', 'Head of', 'Head of Marketing'],
    ['signs that are no letters', 'C++ Developer', 'C# Developer'],
    ['signs that are no letters, nor none', 'C++ Developer', 'C Developer'],
    ['a year', 'Summer Intern 2026', 'Summer Intern 2027'],
    ['a word', 'Data Engineer', 'Data Analyst'],
    ['no word at all', '(m/w/d)', '100%'],
  ])('%s: %s, %s', (_, one, other) => expect(isSameRole(one, other)).toBe(false));
});

test('an ending is taken off a word, not a word off a role', () => {
  expect(roleWords('Manager/e-commerce')).toEqual(['commerce', 'e', 'manager']);
  expect(roleWords('Recruiter/in-house')).toEqual(['house', 'recruiter']);
  expect(roleWords('LinkedIn Recruiter')).toEqual(['linkedin', 'recruiter']);
});

const position = fc
  .array(fc.constantFrom('Senior', 'Data', 'Engineer', 'Zürich', '(m/w/d)', '80-100%', 'of', 'C++', '·', '软件'), {
    maxLength: 5,
  })
  .map((parts) => parts.join(' '));

test('which of two comes first does not matter, and a role with a word is the same as itself', () => {
  fc.assert(
    fc.property(position, position, (one, other) => {
      expect(isSameRole(one, other)).toBe(isSameRole(other, one));
      expect(isSameRole(one, one)).toBe(roleWords(one).length > 0);
    }),
  );
});

test('marks of gender and workloads change no role, wherever they stand', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('(m/w/d)', '(f/m/x)', '80-100%', '100 %'),
      (text, mark) => {
        fc.pre(!/[\d%/|,]\s*$/.test(text));
        expect(roleWords(`${text} ${mark}`)).toEqual(roleWords(text));
      },
    ),
  );
});
