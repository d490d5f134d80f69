import { describe, expect, test } from 'vitest';
import { recipientsOf } from './person.ts';

const A = 'https://www.linkedin.com/in/a';
const B = 'https://www.linkedin.com/in/b';
const known = new Map([['linkedin.com/in/a', 'Ada']]);

describe('the recipients of a message', () => {
  test.each([
    ['one, with a title', 'Jane Doe, Ph.D.', A, [{ name: 'Jane Doe, Ph.D.', url: A }]],
    [
      'several',
      'Ada, Bo Lund',
      `${A},${B}`,
      [
        { name: 'Ada', url: A },
        { name: 'Bo Lund', url: B },
      ],
    ],
    [
      'several, with titles',
      'Ada, MBA, Bo, PhD',
      `${A},${B}`,
      [
        { name: 'Ada, MBA', url: A },
        { name: 'Bo, PhD', url: B },
      ],
    ],
    [
      'whose names cannot be told apart',
      'Ada, of Acme, Bo',
      `${A},${B}`,
      [
        { name: 'Ada', url: A },
        { name: '', url: B },
      ],
    ],
    [
      'without addresses',
      'Ada, Bo Lund',
      '',
      [
        { name: 'Ada', url: '' },
        { name: 'Bo Lund', url: '' },
      ],
    ],
    ['nobody', '', '', []],
  ])('%s', (_, names, urls, expected) => {
    expect(recipientsOf(names, urls, known)).toEqual(expected);
  });
});
