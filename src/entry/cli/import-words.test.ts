import { expect, test } from 'vitest';
import { found, Shop } from '../../../test/import-scene.ts';
import { NO_CHOICES } from '../../interop/import/choices.ts';
import { printPlan } from './import-words.ts';

test('a row that is left alone although it says something new tells why', () => {
  const shop = new Shop();
  const id = shop.has('contacts', { name: 'Ada Lee', email: 'ada@acme.example', next_follow_up: '2026-03-12' });
  const own = { type: 'contacts', id, at: '2026-01-01T00:00:00Z' } as const;
  const plan = shop.plan([found('contacts', 1, { next_follow_up: '2026-03-20' }, { own })], NO_CHOICES);
  const said: string[] = [];
  printPlan(
    { out: (text: string) => said.push(text), note: (text: string) => said.push(text), width: 80 } as never,
    plan,
  );
  expect(said).toEqual([
    expect.stringMatching(/^Left alone, Ada Lee: What is here was changed after this was written/),
  ]);
});
