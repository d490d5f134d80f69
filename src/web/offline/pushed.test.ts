import { expect, test } from 'vitest';
import { askedPlace, placeIn, pushed } from './pushed.ts';

const ORIGIN = 'https://touchbase.example';
const NOTICE = { title: '3 things for today', body: '3 overdue', tag: 'digest 2026-11-26', url: `${ORIGIN}/today` };

test('a message is shown as it came', () => {
  expect(pushed(JSON.stringify(NOTICE), ORIGIN)).toEqual(NOTICE);
});

test.each([
  ['nothing', undefined],
  ['no JSON', 'plain'],
  ['another shape', '{"title":1}'],
  ['no title', JSON.stringify({ ...NOTICE, title: '' })],
])('a message with %s shows that there is something', (_, payload) => {
  const shown = pushed(payload, ORIGIN);
  expect(shown.title + shown.body).toContain('Open Touchbase');
  expect(shown.url).toBe(`${ORIGIN}/today`);
});

test.each([
  ['https://elsewhere.example/today', '/today'],
  ['//elsewhere.example/', '/today'],
  ['javascript:alert(1)', '/today'],
  ['http://touchbase.example/contacts', '/today'],
  [`${ORIGIN}/applications/x`, '/applications/x'],
  [null, '/today'],
])('%s leads to %s of this app', (url, path) => {
  expect(placeIn(url, ORIGIN)).toBe(ORIGIN + path);
  if (url) expect(pushed(JSON.stringify({ ...NOTICE, url }), ORIGIN).url).toBe(ORIGIN + path);
});

test('a page goes where it is told, and hears nothing else', () => {
  expect(askedPlace({ goTo: `${ORIGIN}/contacts/x` }, ORIGIN)).toBe(`${ORIGIN}/contacts/x`);
  expect(askedPlace('take over', ORIGIN)).toBeUndefined();
});
