import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { postingKey, profileKey } from './web-key.ts';

describe('one posting', () => {
  test.each([
    ['protocol, www and slash', 'http://www.acme.example/jobs/1/', 'https://acme.example/jobs/1'],
    ['tracking', 'https://acme.example/jobs/1?utm_source=x&gclid=y&ref=z', 'https://acme.example/jobs/1'],
    ['the order of parameters', 'https://acme.example/jobs?a=1&b=2', 'https://acme.example/jobs?b=2&a=1'],
    ['an anchor', 'https://acme.example/jobs/1#apply', 'https://acme.example/jobs/1'],
    ['the case of the host', 'https://ACME.example/jobs/1', 'https://acme.example/jobs/1'],
    [
      'the way through LinkedIn',
      'https://ch.linkedin.com/jobs/view/data-engineer-at-acme-3912345678/?refId=a&trackingId=b',
      'https://www.linkedin.com/jobs/collections/recommended/?currentJobId=3912345678',
    ],
    [
      'the way through Indeed',
      'https://ch.indeed.com/viewjob?jk=0a1b2c&from=serp&tk=1',
      'https://www.indeed.com/jobs?q=data&vjk=0a1b2c',
    ],
  ])('%s aside', (_, one, other) => {
    expect(postingKey(one)).not.toBeNull();
    expect(postingKey(one)).toBe(postingKey(other));
  });
});

describe('another posting', () => {
  test.each([
    ['path', 'https://acme.example/jobs/1', 'https://acme.example/jobs/2'],
    ['parameter', 'https://acme.example/jobs?id=1', 'https://acme.example/jobs?id=2'],
    ['site', 'https://acme.example/jobs/1', 'https://globex.example/jobs/1'],
    ['place after the anchor', 'https://acme.example/#/jobs/1', 'https://acme.example/#/jobs/2'],
    ['number on LinkedIn', 'https://linkedin.com/jobs/view/1', 'https://linkedin.com/jobs/view/2'],
  ])('by its %s', (_, one, other) => expect(postingKey(one)).not.toBe(postingKey(other)));
});

test.each([
  '',
  'acme.example',
  'mailto:a@acme.example',
  'https://',
  'https://acme.example',
  'http://www.acme.example/?utm_source=x',
])('no posting: %s', (address) => expect(postingKey(address)).toBeNull());

test.each([
  'https://www.linkedin.com/in/ada-lee-1a2b/',
  'http://linkedin.com/in/ada-lee-1a2b',
  'https://ch.linkedin.com/in/ada-lee-1a2b/de?trk=people',
  'https://www.linkedin.com/in/Ada-Lee-1a2b/?locale=fr_FR',
  'https://m.linkedin.com/in/ada-lee-1a2b#about',
  'https://www.linkedin.com/de/in/ada-lee-1a2b',
  'https://www.linkedin.com/in/ada-lee-1a2b/details/experience/',
])('one profile on LinkedIn: %s', (address) => expect(profileKey(address)).toBe('linkedin.com/in/ada-lee-1a2b'));

test('a letter is the same letter, written or encoded', () => {
  expect(profileKey('https://linkedin.com/in/zoë')).toBe(profileKey('https://linkedin.com/in/zo%c3%ab'));
});

test.each([
  '',
  'ada',
  'https://www.linkedin.com',
  'https://www.linkedin.com/feed/',
  'https://linkedin.com/company/acme',
  'https://ada.example/',
])('no profile: %s', (address) => expect(profileKey(address)).toBeNull());

test('a profile elsewhere is its host and path', () => {
  expect(profileKey('https://www.xing.com/profile/Ada_Lee?sc=1')).toBe('xing.com/profile/ada_lee');
});

test('any text has a key or none, and no tracking changes it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.string()), (address) => {
      const key = postingKey(address);
      profileKey(address);
      if (key === null || address.includes('#')) return;
      expect(postingKey(`${address}${address.includes('?') ? '&' : '?'}utm_campaign=x&gclid=1`)).toBe(key);
    }),
  );
});
