import { expect, test } from 'vitest';
import { fileName } from './file-name.ts';

test.each([
  ['contacts', '2026-03-10', 'csv', 'touchbase-contacts-2026-03-10.csv'],
  ['Ada Lee', null, 'vcf', 'Ada Lee.vcf'],
  ['../a:b*c?"d"<e>|\n\u202egpj', null, 'vcf', 'a b c d e gpj.vcf'],
  ['...', null, 'vcf', 'contact.vcf'],
  ['王'.repeat(200), null, 'vcf', `${'王'.repeat(80)}.vcf`],
])('%j is a file name that every system takes', (what, on, ending, expected) => {
  expect(fileName(what, on, ending)).toBe(expected);
});
