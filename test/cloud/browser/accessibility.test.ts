import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addContact, signIn, toAccount } from './acts.ts';
import { useCloud } from './stage.ts';
import { violations } from './violations.ts';

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const;

const stage = useCloud();

async function isWiderThanScreen(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) === true;
}

describe.each(Object.entries(SCREENS))('on a %s', (name, screen) => {
  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    const options = { ...screen, colorScheme };

    test('the account of a guest has no faults and is no wider than the screen', async () => {
      const page = await stage.open('/account', options);
      await page.getByText('They are kept until').waitFor();
      await page.getByRole('button', { name: 'Make a recovery code' }).click();
      await page.getByRole('main').locator('output').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await isWiderThanScreen(page)).toBe(false);
    });

    test('the account of a person, its questions and the door have no faults', async () => {
      const page = await stage.open('/account', options);
      await signIn(page, stage.edge, `${name}.${colorScheme}@example.org`);
      await page.getByText('this one', { exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Delete account and data' }).click();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await isWiderThanScreen(page)).toBe(false);
    });
  });
});

test('that nobody signed in is said, not shown by a dot alone', async () => {
  const page = await stage.open();
  await addContact(page, 'Ann');
  await page.getByRole('link', { name: 'Account not signed in' }).waitFor();
  await toAccount(page);
  await signIn(page, stage.edge, 'dot@example.org');
  await page.getByRole('link', { name: 'Account', exact: true }).waitFor();
});
