import { afterAll, expect, test } from 'vitest';
import { openPage } from '../../browser/harness.ts';
import { type Edge, startEdge } from '../edge.ts';
import { addContact, contact, signIn, toAccount, toContacts } from './acts.ts';
import { exported } from './exported.ts';
import { useCloud } from './stage.ts';

const stage = useCloud();
const rebuilt: Edge[] = [];

afterAll(async () => {
  for (const edge of rebuilt) await edge.stop();
});

/** The deployment after a teardown: the same records, and nobody’s identity or login of before. */
async function rebuild(): Promise<Edge> {
  const edge = await startEdge({ table: stage.edge.table });
  rebuilt.push(edge);
  return edge;
}

test('a recovery code is shown once, and brings the records back to anybody, also after a rebuild', async () => {
  const page = await stage.open();
  await addContact(page, 'Ann');
  await toAccount(page);
  await page.getByRole('button', { name: 'Make a recovery code' }).click();
  const code = await page.getByRole('main').locator('output').innerText();
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  await page.reload();
  await page.getByText('A new one makes it worthless').waitFor();
  expect(await page.content()).not.toContain(code);

  const edge = await rebuild();
  const { page: later } = await openPage(stage.browser, `${edge.site}/account`);
  await later.getByRole('textbox', { name: 'Recovery code' }).fill('0000');
  await later.getByRole('button', { name: 'Bring back' }).click();
  await later.getByText('Enter the code: 24 letters and digits.').waitFor();
  await later.getByRole('textbox', { name: 'Recovery code' }).fill('0'.repeat(24));
  await later.getByRole('button', { name: 'Bring back' }).click();
  await later.getByText(/code/).and(later.locator('#code-problem:not(:empty)')).waitFor();
  await later.getByRole('textbox', { name: 'Recovery code' }).fill(code.toLowerCase().replaceAll('-', ' '));
  await later.getByRole('button', { name: 'Bring back' }).click();
  await later.getByText('1 record of before came back').waitFor();
  await toContacts(later);
  await contact(later, 'Ann').waitFor();
});

test('who signs in with the same e-mail address after a rebuild gets the records back unasked', async () => {
  const page = await stage.open();
  await addContact(page, 'Ben');
  await toAccount(page);
  await signIn(page, stage.edge, 'ben@example.org');
  await page.getByText('this one', { exact: true }).waitFor();

  const edge = await rebuild();
  const { page: later } = await openPage(stage.browser, `${edge.site}/account`);
  await signIn(later, edge, 'ben@example.org');
  await later.getByText('1 record of before came back').waitFor();
  await toContacts(later);
  await contact(later, 'Ben').waitFor();
});

test('all records can be taken along in one file', async () => {
  const page = await stage.open();
  for (const name of ['Cleo', 'Dora']) await addContact(page, name);
  await toAccount(page);
  const { name, files, records } = await exported(page);
  await page.getByText('Exported 2 contacts').waitFor();
  expect(name).toMatch(/^touchbase-\d{4}-\d\d-\d\d\.zip$/);
  expect(files).toEqual(expect.arrayContaining(['contacts.csv', 'contacts.vcf', 'calendar.ics', 'README.txt']));
  expect((records.get('contacts') ?? []).map((one) => one.name).sort()).toEqual(['Cleo', 'Dora']);
});

test('a guest who deletes everything is asked for the word, and starts from nothing', async () => {
  const page = await stage.open();
  await addContact(page, 'Emil');
  await toAccount(page);
  await page.getByRole('button', { name: 'Delete account and data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete account and data' });
  expect(await dialog.getByRole('button', { name: 'Delete for good' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Type “delete” to confirm').fill('delete');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
  expect(await page.evaluate('[...Object.keys(localStorage), ...Object.keys(sessionStorage)].join()')).toBe(
    'touchbase.left',
  );
  await page.getByRole('button', { name: 'Go on without signing in' }).click();
  await toContacts(page);
  await page.getByText('in one place').waitFor();
});

test('who has a login deletes it, too, after a fresh sign-in where the page was opened anew', async () => {
  const page = await stage.open();
  await addContact(page, 'Finn');
  await toAccount(page);
  await signIn(page, stage.edge, 'finn@example.org');
  await page.getByText('this one', { exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Delete account and data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete account and data' });
  await dialog.getByLabel('Type “delete” to confirm').fill('delete');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  // The login lets the browser through, and the question is there again: nothing was deleted yet.
  await page.getByRole('heading', { name: 'Signed in as finn@example.org' }).waitFor();
  await dialog.getByLabel('Type “delete” to confirm').fill('delete');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('heading', { name: 'Your account is deleted' }).waitFor();
  expect(stage.edge.users.byEmail('finn@example.org')).toBeUndefined();
});

test('the account is reached and used by keyboard alone, and says what it does', async () => {
  const page = await stage.open();
  await page.getByText('in one place').waitFor();
  await page.getByRole('link', { name: /^Account/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('They are kept until').waitFor();
  expect(await page.title()).toBe('Account · Touchbase');
  expect(await page.evaluate('document.activeElement?.tagName')).toBe('H1');
  const names: string[] = [];
  for (let n = 0; n < 7; n++) {
    await page.keyboard.press('Tab');
    names.push(String(await page.evaluate('document.activeElement.ariaLabel ?? document.activeElement.textContent')));
  }
  expect(names).toEqual([
    'Saved',
    'Sign in or sign up',
    'Make a recovery code',
    'Export all',
    'Recovery code',
    'Bring back',
    'Delete account and data',
  ]);
  await page.goBack();
  await page.getByText('in one place').waitFor();
});
