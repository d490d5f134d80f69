import { expect, test } from 'vitest';
import { Toasts } from './toasts.ts';

const textsOf = (toasts: Toasts) => toasts.all.value.map(({ text }) => text);

test('no more than three messages are seen, and none that must be decided on goes', () => {
  const toasts = new Toasts();
  toasts.show({ text: 'refused', stays: true });
  for (const text of ['a', 'b', 'c', 'd']) toasts.show({ text });
  expect(textsOf(toasts)).toEqual(['refused', 'b', 'c', 'd']);
});

test('a message takes the place of the one that it goes on from', () => {
  const toasts = new Toasts();
  const one = { text: 'Deleted one' };
  toasts.show(one);
  toasts.show({ text: 'Deleted two' }, one);
  expect(textsOf(toasts)).toEqual(['Deleted two']);
});

test('what is said is not lost when something else is said at once, and the same twice is two', () => {
  const toasts = new Toasts();
  toasts.say('Ann is back');
  toasts.say('3 contacts');
  toasts.say('3 contacts');
  expect(toasts.spoken.value).toEqual([{ text: 'Ann is back' }, { text: '3 contacts' }, { text: '3 contacts' }]);
  expect(new Set(toasts.spoken.value).size).toBe(3);
});
