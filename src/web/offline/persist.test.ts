import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { askToPersist } from './persist.ts';

function browserStorage(isPersisted: boolean) {
  const asked: string[] = [];
  const persist = async () => asked.push('persist') > 0;
  return { asked, storage: { persisted: async () => isPersisted, persist } };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('it is asked for once, and not before there is something to lose', async () => {
  const { asked, storage } = browserStorage(false);
  const hasSomething = signal(false);
  askToPersist(hasSomething, storage);
  await settle();
  expect(asked).toEqual([]);
  for (const has of [true, false, true]) hasSomething.value = has;
  await settle();
  expect(asked).toEqual(['persist']);
});

test('what is granted already is not asked for again', async () => {
  const { asked, storage } = browserStorage(true);
  askToPersist(signal(true), storage);
  await settle();
  expect(asked).toEqual([]);
});

test('a browser that knows nothing of it, or refuses, stops nothing', async () => {
  let refused = 0;
  const refuse = () => Promise.reject(new Error(`refused ${++refused}`));
  askToPersist(signal(true), { persisted: refuse, persist: refuse });
  askToPersist(signal(true), undefined);
  await settle();
  expect(refused).toBe(1);
});
