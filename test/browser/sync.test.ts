import { expect, test } from 'vitest';
import { openPage } from './harness.ts';
import { useStage } from './stage.ts';

const stage = useStage([{ name: 'Ann', email: 'ann@example.org', company: 'Globex' }]);

test('two browsers agree as soon as one is looked at again', async () => {
  const { page: one } = await openPage(stage.browser, `${stage.url}/contacts`);
  const { page: other } = await openPage(stage.browser, `${stage.url}/contacts`);
  await other.getByRole('gridcell', { name: 'Globex' }).waitFor();

  await one.getByRole('gridcell', { name: 'Globex' }).dblclick();
  await one.getByRole('combobox', { name: 'Company, Ann' }).fill('Hooli');
  await one.keyboard.press('Enter');
  await one.getByText('Saved', { exact: true }).waitFor();
  await other.evaluate(() => dispatchEvent(new Event('focus')));
  await other.getByRole('gridcell', { name: 'Hooli' }).waitFor();

  await other.getByRole('gridcell', { name: 'Ann', exact: true }).focus();
  await other.keyboard.press('Delete');
  await other.getByText('Saved', { exact: true }).waitFor();
  await one.evaluate(() => dispatchEvent(new Event('focus')));
  await one.getByRole('row', { name: 'Ann' }).waitFor({ state: 'detached' });
  await other.getByRole('button', { name: 'Undo' }).click();
  await one.waitForFunction(() => {
    dispatchEvent(new Event('focus'));
    return document.querySelector('.title a')?.textContent === 'Ann';
  });
});

test('without the server everything goes on, says that it is not saved yet, and is saved when the server is back', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`);
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Name', { exact: true }).fill('Off Line');
  await page.context().setOffline(true);
  await page.getByLabel('E-mail', { exact: true }).fill('off@example.org');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('row', { name: 'Off Line' }).waitFor();
  await page.getByText('Saved here · offline, 1 change waiting').waitFor();

  await page.context().setOffline(false);
  await page.getByText('Saved', { exact: true }).waitFor();
  const found = await fetch(`${stage.url}/v1/contacts?q=off+line`);
  expect(await found.json()).toMatchObject([{ name: 'Off Line' }]);
});

test('a list that cannot be loaded says so, says that nothing is lost, and tries again when asked', async () => {
  const { page } = await openPage(stage.browser, 'about:blank');
  await page.route('**/v1/changes**', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', json: { detail: 'The disk is asleep.' } }),
  );
  await page.goto(`${stage.url}/contacts`);
  await page.getByRole('alert').getByText('The disk is asleep. Nothing is lost').waitFor();
  expect(await page.getByText('Saved', { exact: true }).count()).toBe(0);
  await page.unroute('**/v1/changes**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('row', { name: 'Ann' }).waitFor();
});

test('a cursor that is too old makes it read everything anew', async () => {
  const { page } = await openPage(stage.browser, `${stage.url}/contacts`);
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  let answers = 0;
  await page.route('**/v1/changes**since**', (route) => {
    answers++;
    return route.fulfill({ status: 410, contentType: 'application/problem+json', json: { detail: 'Too old.' } });
  });
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect.poll(() => answers).toBe(1);
  await page.getByRole('row', { name: 'Ann' }).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
});
