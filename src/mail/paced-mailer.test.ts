import { expect, test } from 'vitest';
import type { Letter } from './mailer.ts';
import { pacedMailer } from './paced-mailer.ts';

const LETTER: Letter = { to: 'a@example.org', subject: '', text: '', html: '', unsubscribe: null, workspace: 'w' };

function scene(aSecond: number) {
  const sentAt: number[] = [];
  let now = 0;
  const waiting: (() => void)[] = [];
  const mailer = {
    send: async () => {
      sentAt.push(now);
      return { is: 'accepted', id: '1' } as const;
    },
  };
  const wait = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const until = now + milliseconds;
      waiting.push(() => until <= now && resolve());
    });
  const pass = async (milliseconds: number) => {
    for (let step = 0; step < milliseconds; step += 50) {
      now += 50;
      for (const look of waiting) look();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { sentAt, pass, paced: pacedMailer(mailer, aSecond, () => now, wait) };
}

test('of many at once each goes in its turn, and none is lost', async () => {
  const { sentAt, pass, paced } = scene(10);
  const all = Promise.all(Array.from({ length: 30 }, () => paced.send(LETTER)));
  await pass(3000);
  expect(await all).toHaveLength(30);
  for (let second = 0; second < 3; second++)
    expect(sentAt.filter((at) => at >= second * 1000 && at < (second + 1) * 1000)).toHaveLength(10);
});

test('one that comes alone does not wait, nor does what was not sent before make up for it', async () => {
  const { sentAt, pass, paced } = scene(10);
  await paced.send(LETTER);
  await pass(5000);
  const two = [paced.send(LETTER), paced.send(LETTER)];
  await pass(200);
  await Promise.all(two);
  expect(sentAt).toEqual([0, 5000, 5100]);
});
