import { expect, test } from 'vitest';
import { contact } from '../../domain/contact.ts';
import { fromText, toText } from '../../domain/typed-text.ts';
import { errorOf } from './field-text.ts';

const { email, last_contacted, linkedin_url, name, next_follow_up, tags } = contact.fields;

test('tags are typed with commas between them', () => {
  expect(fromText(tags, ' remote, , visa ')).toEqual(['remote', 'visa']);
  expect(toText(['remote', 'visa'])).toBe('remote, visa');
  expect(fromText(tags, toText(['remote', 'visa']))).toEqual(['remote', 'visa']);
});

test('any other text stands for itself, to the last space', () => {
  expect(fromText(name, ' Alice\t')).toBe(' Alice\t');
  expect(toText(null)).toBe('');
});

test('what is wrong with a text is said in the schema’s words', () => {
  expect(errorOf('email', email, 'nope')).toMatchObject({ field: 'email', code: 'bad_email' });
  expect(errorOf('tags', tags, 'a, b, a')).toMatchObject({ code: 'bad_tag' });
  expect(errorOf('name', name, 'Alice')).toBeNull();
});

test('a web address gets its scheme only where there is none', () => {
  expect(fromText(linkedin_url, ' linkedin.com/in/alice ')).toBe('https://linkedin.com/in/alice');
  expect(fromText(linkedin_url, 'example.org:8080/a')).toBe('https://example.org:8080/a');
  expect(fromText(linkedin_url, 'HTTP://example.org')).toBe('HTTP://example.org');
  expect(fromText(linkedin_url, 'javascript:alert(1)')).toBe('javascript:alert(1)');
  expect(fromText(linkedin_url, ' ')).toBe('');
});

test('names and notes keep every space', () => {
  expect(fromText(name, ' Alice ')).toBe(' Alice ');
});

test('a year is written in full', () => {
  expect(errorOf('next_follow_up', next_follow_up, '0026-03-28')).toMatchObject({ code: 'bad_year' });
  expect(errorOf('last_contacted', last_contacted, '1899-12-31T23:59')).toMatchObject({ code: 'bad_year' });
  expect(errorOf('last_contacted', last_contacted, '1900-01-01')).toBeNull();
  expect(errorOf('next_follow_up', next_follow_up, '')).toBeNull();
});
