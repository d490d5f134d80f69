import type { Page } from 'playwright-core';
import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { focusStaysIn, openAttention, pressButton } from './attention.ts';
import { press, THREE } from './keys.ts';
import { useStage } from './stage.ts';
import { ask, comeBack, cutOff, isSaved, openDevice } from './two-devices.ts';
import { violations } from './violations.ts';

const stage = useStage(THREE);
let id: string;
let name: string;
let count = 0;

// Each test has a view of its own.
beforeEach(async () => {
  name = `View ${++count}`;
  id = v7();
  await ask(stage, 'POST', 'views', { view_id: id, name, address: 'company=Globex' });
});

async function knownView() {
  const response = await fetch(`${stage.url}/v1/views/${id}`);
  return response.json();
}

/** A device that gave the view another name, while another device did something with it. */
async function openRenamed(elsewhere: () => Promise<void>): Promise<Page> {
  const page = await openDevice(stage);
  await cutOff(page);
  await page.getByRole('button', { name: 'Views', exact: true }).focus();
  await press(page, 'Enter');
  await page.getByRole('button', { name: `Rename ${name}`, exact: true }).focus();
  await press(page, 'Enter');
  await page.getByRole('textbox', { name: 'Name of the view' }).fill(`${name} of mine`);
  await press(page, 'Enter');
  await page.getByText('1 change waiting').waitFor();
  await elsewhere();
  await comeBack(page);
  return page;
}

const renamedElsewhere = () => ask(stage, 'PATCH', `views/${id}`, { name: `${name} of theirs` });
const deletedElsewhere = () => ask(stage, 'DELETE', `views/${id}`);

test('a view that two devices named is shown with both names, and the later one stands until it is decided', async () => {
  const page = await openRenamed(renamedElsewhere);
  const dialog = await openAttention(page);
  await dialog
    .getByText(`Name of ${name} of mine: your other device wrote “${name} of theirs”. Here it says “${name} of mine”.`)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  expect((await knownView()).name).toBe(`${name} of mine`);
  await pressButton(page, 'Keep theirs');
  await dialog.getByText('your other device wrote').waitFor({ state: 'detached' });
  await dialog.getByText('Nothing waits').waitFor();
  await focusStaysIn(page);
  await press(page, 'Escape');
  await isSaved(page);
  expect((await knownView()).name).toBe(`${name} of theirs`);
});

test('the name that was given here stays where the person keeps it', async () => {
  const page = await openRenamed(renamedElsewhere);
  const dialog = await openAttention(page);
  await pressButton(page, 'Keep mine');
  await dialog.getByText('your other device wrote').waitFor({ state: 'detached' });
  await focusStaysIn(page);
  await press(page, 'Escape');
  await isSaved(page);
  expect((await knownView()).name).toBe(`${name} of mine`);
});

test('a name for a view that was deleted elsewhere is kept, is not offered a form, and arrives once it is back', async () => {
  const page = await openRenamed(deletedElsewhere);
  const dialog = await openAttention(page);
  await dialog.getByText('This view was deleted').waitFor();
  await dialog.getByText(`Name: ${name} of mine`).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await dialog.getByRole('button', { name: 'Review' }).count()).toBe(0);
  await ask(stage, 'POST', `views/${id}/restore`);
  await pressButton(page, 'Try again');
  await dialog.getByText('This view was deleted').waitFor({ state: 'detached' });
  await dialog.getByText('Nothing waits').waitFor();
  await press(page, 'Escape');
  await isSaved(page);
  expect((await knownView()).name).toBe(`${name} of mine`);
});

test('what was refused of a view can be discarded, after which it is gone everywhere', async () => {
  const page = await openRenamed(deletedElsewhere);
  const dialog = await openAttention(page);
  await pressButton(page, 'Discard');
  await pressButton(page, 'Discard it for good');
  await dialog.getByText(`Name: ${name} of mine`).waitFor({ state: 'detached' });
  await focusStaysIn(page);
  await press(page, 'Escape');
  await isSaved(page);
  await page.getByRole('button', { name: 'Views', exact: true }).click();
  await page.getByRole('link', { name: 'All contacts' }).waitFor();
  expect(await page.getByRole('link', { name }).count()).toBe(0);
});
