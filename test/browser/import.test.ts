import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContextOptions } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { addContacts } from './harness.ts';
import { action, apply, choose, file, fixturePath, give, openImport, recordWith } from './import-steps.ts';
import { press } from './keys.ts';
import { smallTargets } from './small-targets.ts';
import { useStage } from './stage.ts';
import { violations } from './violations.ts';

const stage = useStage([]);

const SCREENS = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

/** Addresses of this test alone: the records of another test are none of this one's. */
let tests = 0;
beforeEach(() => {
  tests++;
});
const mail = (name: string) => `${name}${tests}@example.org`;

const csv = (...rows: readonly string[]) => file('people.csv', ['Name,E-mail,Company,Met at', ...rows].join('\n'));

const open = (options?: BrowserContextOptions) => openImport(stage, options);

const contactOf = (email: string) => recordWith(stage.url, 'contacts', 'email', email);

describe('a file', () => {
  test('is looked at, brought in, listed, and undone with what was not edited since', async () => {
    const [ann, ben] = [mail('ann'), mail('ben')];
    const page = await open();
    await give(page, csv(`Ann A,${ann},Acme,Fair`, `Ben B,${ben},,`, ',,,Fair'));
    await page.getByRole('button', { name: 'Import 2 contacts' }).waitFor();
    expect(await contactOf(ann)).toBeUndefined();
    await page.getByRole('button', { name: 'Not readable 1' }).click();
    await page.getByText('line 4').waitFor();
    await apply(page);
    await expect.poll(() => contactOf(ann)).toMatchObject({ name: 'Ann A', company: 'Acme', notes: 'Met at: Fair' });
    await fetch(`${stage.url}/v1/contacts/${(await contactOf(ben))?.contact_id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ phone: '1' }),
    });
    await page.reload();
    await page.getByRole('button', { name: 'Undo the import of people.csv' }).first().waitFor();
    await page.waitForFunction(() => document.body.textContent?.includes('Saved'));
    await page.getByRole('button', { name: 'Undo the import of people.csv' }).first().click();
    await page.locator('.toast').getByText('1 record that was edited since stays').waitFor();
    await expect.poll(() => contactOf(ann)).toBeUndefined();
    expect(await contactOf(ben)).toMatchObject({ phone: '1' });
    await page.locator('.toast').getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(() => contactOf(ann)).toMatchObject({ name: 'Ann A', company: 'Acme' });
    await page.getByRole('button', { name: 'Undo the import of people.csv' }).first().waitFor();
  });

  test('that comes again changes nothing', async () => {
    const page = await open();
    const people = csv(`Cleo C,${mail('cleo')},Acme,`);
    await give(page, people);
    await apply(page);
    await page.getByRole('button', { name: 'Bring in more' }).click();
    await give(page, people);
    await page.getByText('Nothing is new in it').waitFor();
    expect(await page.getByRole('button', { name: 'Nothing to import' }).isDisabled()).toBe(true);
  });

  test('that differs fills what is empty, and what differs stays unless the person takes it', async () => {
    await addContacts(stage.url, [{ name: 'Dan D', email: mail('dan'), company: 'Old' }]);
    const page = await open();
    await give(page, csv(`Dan D,${mail('dan')},New,Fair`));
    await page.getByRole('radio', { name: 'Company: In the file' }).check();
    await page.getByRole('button', { name: 'Import 1 contact' }).waitFor();
    await apply(page);
    await expect.poll(() => contactOf(mail('dan'))).toMatchObject({ company: 'New', notes: 'Met at: Fair' });
  });

  test('with somebody who is likely here is merged, unless the person says that it is another', async () => {
    await addContacts(stage.url, [{ name: `Eve ${tests}`, email: mail('eve'), company: 'Acme' }]);
    const page = await open();
    await give(page, csv(`Eve ${tests},${mail('eve.private')},Acme,`));
    await page.getByText(`is likely Eve ${tests} here: same name and company`).waitFor();
    await action(page, `Eve ${tests}`).selectOption('Add as new');
    await page.getByRole('button', { name: 'New 1' }).waitFor();
    await apply(page);
    await expect.poll(() => contactOf(mail('eve.private'))).toMatchObject({ name: `Eve ${tests}` });
    expect(await contactOf(mail('eve'))).toMatchObject({ version: 1 });
  });

  test('has its columns corrected, and the correction is remembered', async () => {
    const page = await open();
    const people = csv(`Fay F,${mail('fay')},Acme,Fair`);
    await give(page, people);
    await page.getByText(/^Columns: 3 of 4/).click();
    await page.getByRole('combobox', { name: 'What Met at becomes' }).selectOption('contacts.source');
    await page.getByText(/^Columns: 4 of 4/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await give(page, people);
    await page.getByText(/^Columns: 4 of 4/).waitFor();
    await apply(page);
    await expect.poll(() => contactOf(mail('fay'))).toMatchObject({ source: 'Fair', notes: null });
  });

  test.each([
    ['a card', fixturePath('vcard/fixtures/apple.vcf'), 'Bo James O’Neil'],
    ['a calendar', fixturePath('icalendar/fixtures/google.ics'), ''],
    ['a message', fixturePath('email/fixtures/outlook-invitation.eml'), 'Mia Keller'],
    ['a table of applications', fixturePath('csv/fixtures/tracker-english.csv'), 'Product Designer'],
  ])('may be %s', async (_, path, title) => {
    const page = await open();
    await give(page, path);
    await page.getByRole('button', { name: /^Everything/ }).click();
    if (title) await page.locator('.who strong').getByText(title, { exact: true }).waitFor();
  });

  test('that cannot be read says why', async () => {
    const page = await open();
    const pdf = file('cv.pdf', '%PDF-1.7 and so on');
    await choose(page, pdf);
    await page.getByRole('heading', { name: 'cv.pdf was not read' }).waitFor();
    await page.getByText('This is a PDF').waitFor();
    await page.getByRole('button', { name: 'Choose other files' }).click();
    await page.getByRole('button', { name: 'Choose files…' }).waitFor();
    await give(page, [pdf, csv(`Liv L,${mail('liv')},,`)]);
    await page.getByRole('button', { name: 'Import 1 contact' }).waitFor();
    await page.getByRole('button', { name: 'Not readable 1' }).click();
    await page.getByText('This is a PDF').waitFor();
  });
});

test('text is pasted, and all of it is done by keys alone', async () => {
  const page = await open();
  await page.getByText('Paste text instead').focus();
  await press(page, 'Enter', 'Tab');
  await page.keyboard.insertText(`Name,E-mail\nGus G,${mail('gus')}`);
  await press(page, 'Tab', 'Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'import-plan');
  const importing = page.getByRole('button', { name: 'Import 1 contact' });
  for (let keys = 0; keys < 30 && !(await importing.evaluate((one) => one === document.activeElement)); keys++) {
    await page.keyboard.press('Tab');
  }
  await press(page, 'Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'import-done');
  await expect.poll(() => contactOf(mail('gus'))).toMatchObject({ name: 'Gus G' });
  await press(page, 'Tab', 'Tab', 'Enter');
  await expect.poll(() => contactOf(mail('gus'))).toBeUndefined();
});

test('what is imported without a network arrives later', async () => {
  const page = await open();
  await give(page, csv(`Hal H,${mail('hal')},,`));
  // What shows the end of it loads when the page is idle.
  await page.waitForLoadState('networkidle');
  await page.context().setOffline(true);
  await apply(page);
  expect(await contactOf(mail('hal'))).toBeUndefined();
  await page.context().setOffline(false);
  await expect.poll(() => contactOf(mail('hal'))).toMatchObject({ name: 'Hal H' });
});

test('everything is exported, and put back', async () => {
  await addContacts(stage.url, [{ name: 'Ida I', email: mail('ida') }]);
  const page = await open();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  const path = await saved.path();
  const { 'touchbase.json': json = new Uint8Array() } = unzipSync(await readFile(path));
  expect(JSON.parse(strFromU8(json)).records.contacts).toContainEqual(expect.objectContaining({ email: mail('ida') }));
  await choose(page, path);
  await page.getByRole('heading', { name: /is an export of Touchbase$/ }).waitFor();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await page.getByText(/records? were here already/).waitFor();
});

test('an address to subscribe to is made, read, renewed and ended', async () => {
  const page = await open();
  await page.getByRole('button', { name: 'Make an address' }).click();
  const shown = page.locator('.once output');
  await shown.and(page.locator(':focus')).waitFor();
  const address = await shown.innerText();
  expect(await (await fetch(address)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await page.reload();
  await page.getByText(/^There is an address since/).waitFor();
  expect(await page.getByRole('main').innerText()).not.toContain(address);
  await page.getByRole('button', { name: 'Make a new address' }).press('Enter');
  await shown.waitFor();
  const second = await shown.innerText();
  expect([(await fetch(address)).status, (await fetch(second)).status]).toEqual([404, 200]);
  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByText('The address has ended').waitFor();
  expect((await fetch(second)).status).toBe(404);
  expect(await violations(page)).toEqual([]);
});

describe.each(['desktop', 'phone'] as const)('on a %s, in light and in dark,', (screen) => {
  test('nothing is wrong with any step', async () => {
    await addContacts(stage.url, [{ name: 'Jan J', email: mail('jan'), company: 'Old' }]);
    const page = await open(SCREENS[screen]);
    const isFine = async () => {
      expect(await violations(page)).toEqual([]);
      if (screen === 'phone') expect(await smallTargets(page.getByRole('main'))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    };
    await isFine();
    await give(page, [
      file(
        'one.csv',
        `Name,E-mail,Company,Nickname,Shoe size\nJan J,${mail('jan')},New,J,42\nKim,${mail('kim')},,,\n,,x,,`,
      ),
      file('two.csv', 'Name;Phone\nLou;1\n'),
    ]);
    await isFine();
    await apply(page);
    await isFine();
  });
});
