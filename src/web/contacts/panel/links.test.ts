import { expect, test } from 'vitest';
import { contact } from '../../../domain/contact.ts';
import { linksOf } from './links.ts';

const kept = { created_at: '', updated_at: '', version: 1, deleted_at: null };
const hrefs = (fields: Record<string, string>) => linksOf(contact, { ...kept, ...fields }).map(({ href }) => href);

test('mail, telephone and web addresses can be followed', () => {
  expect(hrefs({ email: 'a@example.org', phone: '+44 (20) 7946-0000', linkedin_url: 'https://example.org/a' })).toEqual(
    ['mailto:a%40example.org', 'tel:+442079460000', 'https://example.org/a'],
  );
});

test('an address that could run something is no link', () => {
  expect(hrefs({ linkedin_url: 'javascript:alert(1)' })).toEqual([]);
  expect(hrefs({ linkedin_url: 'data:text/html,<script>' })).toEqual([]);
});

test('a text without a number cannot be called', () => {
  expect(hrefs({ phone: 'call me' })).toEqual([]);
});

test('an e-mail address cannot smuggle in a subject or a copy to others', () => {
  expect(hrefs({ email: 'a@example.org?bcc=b@example.org&subject=x' })[0]).not.toMatch(/[?&]/);
});
