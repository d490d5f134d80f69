import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { addContacts } from './harness.ts';
import { action, apply, file, give, openImport, planRow, recordWith } from './import-steps.ts';
import { press } from './keys.ts';
import { smallTargets } from './small-targets.ts';
import { useStage } from './stage.ts';
import { ask } from './two-devices.ts';
import { violations } from './violations.ts';

const stage = useStage([]);
const contactOf = (email: string) => recordWith(stage.url, 'contacts', 'email', email);

/** Goes on by Tab until the focus is there. */
async function tabTo(page: Page, role: 'button' | 'combobox' | 'radio', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name });
  await wanted.waitFor();
  for (let keys = 0; keys < 60; keys++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}

test('what the file says is taken for all, or what is here, and of one field the other', async () => {
  await addContacts(stage.url, [
    { name: 'Ann A', email: 'ann.a@example.org', company: 'Old', location: 'Bern' },
    { name: 'Ben B', email: 'ben.b@example.org', company: 'Old' },
  ]);
  const both = file(
    'both.csv',
    'Name,E-mail,Company,Location\nAnn A,ann.a@example.org,New,Basel\nBen B,ben.b@example.org,New,\n',
  );
  const page = await openImport(stage);
  await give(page, both);
  // What is here stays, unless the person says otherwise.
  await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  await page.getByText('what is new in it is left alone').waitFor();
  const all = page.getByLabel('Where both say something, keep');
  await all.selectOption('what the file says');
  await page.getByRole('button', { name: 'Import 2 contacts' }).waitFor();
  const ann = (name: string) => planRow(page, 'Ann A').getByRole('radio', { name });
  await ann('Location: Here').check();
  await all.selectOption('what is here');
  await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  await all.selectOption('what the file says');
  expect(await ann('Location: Here').isChecked()).toBe(true);
  await apply(page);
  await expect.poll(() => contactOf('ann.a@example.org')).toMatchObject({ company: 'New', location: 'Bern' });
  expect(await contactOf('ben.b@example.org')).toMatchObject({ company: 'New' });
});

test('whoever is likely here is merged or left alone, and the row stays where one chooses', async () => {
  await addContacts(
    stage.url,
    ['Cleo C', 'Dan D'].map((name) => ({ name, email: `${name[0]}@example.org`, company: 'Acme' })),
  );
  const page = await openImport(stage);
  await give(
    page,
    file('likely.csv', 'Name,E-mail,Company,Phone\nCleo C,c@home.example,Acme,1\nDan D,d@home.example,Acme,2\n'),
  );
  await page.getByRole('button', { name: 'Likely the same 2' }).click();
  await action(page, 'Dan D').selectOption('Leave alone');
  await page.getByRole('button', { name: 'Likely the same 1' }).waitFor();
  expect(await action(page, 'Dan D').evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.text)).toBe(
    'Leave alone',
  );
  await page.getByRole('button', { name: 'Import 1 contact' }).waitFor();
  await apply(page);
  await expect.poll(() => contactOf('C@example.org')).toMatchObject({ phone: '1' });
  expect(await contactOf('D@example.org')).toMatchObject({ phone: null, version: 1 });
  expect([await contactOf('c@home.example'), await contactOf('d@home.example')]).toEqual([undefined, undefined]);
});

test('by keys alone: a column becomes another field, remembered for its header; the import is undone from the list', async () => {
  const table = (name: string) =>
    file(`${name}.csv`, `Name,E-mail,Heard of by\n${name},${name}@example.org,Newspaper\n`);
  const page = await openImport(stage);
  await give(page, table('eve'));
  await page.getByText(/^Columns: 2 of 3/).focus();
  await press(page, 'Enter');
  await tabTo(page, 'combobox', 'What Heard of by becomes');
  await page.keyboard.type('Source');
  await page.getByText(/^Columns: 3 of 3/).waitFor();
  // What is read anew at once leaves the focus where it was.
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('What Heard of by becomes');
  await tabTo(page, 'button', 'Import 1 contact');
  await press(page, 'Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'import-done');
  await expect.poll(() => contactOf('eve@example.org')).toMatchObject({ source: 'Newspaper', notes: null });

  await page.reload();
  await give(page, table('fay'));
  await page.getByText(/^Columns: 3 of 3/).waitFor();
  await apply(page);
  await expect.poll(() => contactOf('fay@example.org')).toMatchObject({ source: 'Newspaper' });
  const fay = await contactOf('fay@example.org');
  await ask(stage, 'PATCH', `contacts/${fay?.contact_id}`, { phone: '1' });

  await page.reload();
  await page.getByText('Saved', { exact: true }).first().waitFor({ state: 'attached' });
  for (const name of ['eve', 'fay']) {
    await tabTo(page, 'button', `Undo the import of ${name}.csv`);
    await press(page, 'Enter');
    await page.getByText(`The import of ${name}.csv is undone`).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'import-earlier');
  }
  await page.getByText('1 record that was edited since stays').waitFor();
  await expect.poll(() => contactOf('eve@example.org')).toBeUndefined();
  expect(await contactOf('fay@example.org')).toMatchObject({ phone: '1' });
});

test('360 pixels wide nothing scrolls sideways, nothing is too small and nothing is wrong, at every step', async () => {
  const long = 'Bartholomäus-Maximilian-von-und-zu-Donaudampfschifffahrt';
  await addContacts(stage.url, [
    { name: long, email: 'long@example.org', company: 'Old', notes: 'Rather long. '.repeat(30) },
    { name: 'Gus G', email: 'gus@example.org', company: 'Acme' },
  ]);
  const page = await openImport(stage, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const isFine = async () => {
    const widths = () => [document.scrollingElement, document.querySelector('main')].map((one) => one?.scrollWidth);
    expect(await page.evaluate(widths)).toEqual([360, 360]);
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page.getByRole('main'))).toEqual([]);
  };
  await isFine();
  const name = `${'a-file-of-a-very-long-name-'.repeat(4)}.csv`;
  await give(
    page,
    file(
      name,
      [
        `Name,E-mail,Company,Last contacted,Shoe size,${'A column of a very long name '.repeat(3)}`,
        `${long},long@example.org,${'Verylongcompanyname'.repeat(6)},03/04/2026,42,${'x'.repeat(200)}`,
        'Gus G,gus@home.example,Acme,,,',
        ',,,,42,',
      ].join('\n'),
    ),
  );
  await page.getByRole('combobox', { name: 'What Shoe size becomes' }).waitFor();
  await page.getByRole('radio', { name: 'Company: In the file' }).waitFor();
  await isFine();
  await page.getByRole('button', { name: 'Not readable 1' }).click();
  await isFine();
  await apply(page);
  await isFine();
});
