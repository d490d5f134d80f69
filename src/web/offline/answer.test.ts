import { expect, test } from 'vitest';
import { answerFor, versionsAfter } from './answer.ts';

const HERE = 'https://touchbase.example';
const get = (path: string, mode = 'cors') => answerFor({ url: new URL(path, HERE).href, method: 'GET', mode }, HERE);

test.each(['/', '/contacts', '/contacts/new', '/account', '/?code=a.b&state=c', '/contacts?q=a.b', '/v1.2/x'])(
  'going to the view %s is answered with the page that is kept',
  (path) => expect(get(path, 'navigate')).toBe('page'),
);

test.each(['/docs', '/v1/docs', '/health', '/openapi.json', '/v1/contacts'])(
  '%s is the server’s own, whoever asks',
  (path) => {
    expect(get(path)).toBe('network');
    expect(get(path, 'navigate')).toBe('network');
  },
);

test.each(['/assets/main-abc.js', '/theme.js', '/favicon.svg'])('%s is a file of the build', (path) => {
  expect(get(path)).toBe('file');
  expect(get(path, 'navigate')).toBe('file');
});

test('other origins and whatever changes something go past it', () => {
  expect(get('https://api.example/contacts')).toBe('network');
  expect(answerFor({ url: `${HERE}/contacts`, method: 'POST', mode: 'navigate' }, HERE)).toBe('network');
});

test('what the home says of itself is asked anew', () => expect(get('/config.json')).toBe('config'));

test('the version that took over and the one before it stay, also after going back', () => {
  expect(versionsAfter([], 'a')).toEqual(['a']);
  expect(versionsAfter(['b', 'a'], 'c')).toEqual(['c', 'b']);
  expect(versionsAfter(['b', 'a'], 'a')).toEqual(['a', 'b']);
});
