import { expect, test } from 'vitest';
import { counted, isGhosted, isOverdue } from './demo.ts';
import { openPage } from './harness.ts';
import { useStage } from './stage.ts';

const stage = useStage('demo');

test('an open contact has an address that opens it again, the list beside it as it was', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?status=ghosted&sort=-name`);
  await page.getByRole('link', { name: 'Marta Kowalczyk' }).click();
  await page.reload();
  await page.getByRole('complementary').getByRole('heading', { name: 'Marta Kowalczyk' }).waitFor();
  expect(new URL(page.url()).search).toBe('?status=ghosted&sort=-name');
  await page.getByRole('main').getByText(counted(isGhosted)).waitFor();
});

test('Back undoes one step at a time: a contact, a filter, a sorting', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`);
  await page.getByRole('columnheader', { name: 'Name' }).click();
  await page.getByRole('button', { name: 'Overdue' }).click();
  await page.getByRole('main').getByText(counted(isOverdue)).waitFor();
  await page.getByRole('link', { name: 'Ben Adeyemi' }).click();
  await page.getByRole('complementary').waitFor();
  await page.goBack();
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await page.goBack();
  await page.getByRole('main').getByText(counted(), { exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('columnheader', { name: 'Next follow-up' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  expect(new URL(page.url()).pathname).toBe('/contacts');
});

test('a search is one step back, however long it was typed', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts?sort=name`);
  await page.getByRole('searchbox').pressSequentially('marta');
  await page
    .getByRole('main')
    .getByText(counted(({ name }) => name.startsWith('Marta')))
    .waitFor();
  await page.goBack();
  await page.getByRole('main').getByText(counted(), { exact: true }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('');
});

test('an address of no contact says so, and one of nothing says so above the list', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts/018f3b1e-0000-7000-8000-000000000000`);
  await page.getByRole('heading', { name: 'Not here' }).waitFor();
  await page.goto(`${stage.url}/no/such/place`);
  await page.getByText('There is nothing at /no/such/place.').waitFor();
  await page.getByRole('row', { name: 'Ben Adeyemi' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/contacts');
});

test('the theme that was chosen is there after a reload, before anything is drawn', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`, { colorScheme: 'light' });
  const theme = page.getByRole('button', { name: /^Theme/ });
  await theme.click();
  await theme.click();
  await page.getByRole('button', { name: 'Theme: Dark. Change it' }).waitFor();
  await page.reload({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement?.dataset.theme === 'dark');
});
