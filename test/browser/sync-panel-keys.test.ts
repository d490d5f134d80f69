import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { focusStaysIn, openAttention, pressButton } from './attention.ts';
import { addContacts } from './harness.ts';
import { press } from './keys.ts';
import { useStage } from './stage.ts';
import { ask, comeBack, cutOff, edit, isSaved, known, openDevice } from './two-devices.ts';
import { violations } from './violations.ts';

const stage = useStage([]);
const NOTE = 'She said: “call <b>me</b> in May” — 王';
let name: string;
let count = 0;

// Each test has a contact of its own.
beforeEach(async () => {
  name = `Person ${++count}`;
  await addContacts(stage.url, [{ name, email: 'a@example.org', phone: '1' }]);
});

async function idOf(text: string): Promise<string> {
  return (await known(stage, text)).contact_id;
}

/** A device whose edit was refused, because the contact was deleted meanwhile. */
async function openRefused(): Promise<Page> {
  const page = await openDevice(stage);
  await cutOff(page);
  await edit(page, name, 'Notes', NOTE);
  await ask(stage, 'DELETE', `contacts/${await idOf(name)}`);
  await comeBack(page);
  return page;
}

test('a refused change shows what was typed and why, and is discarded by a second press only', async () => {
  const page = await openRefused();
  const dialog = await openAttention(page);
  await dialog.getByText(`Edited Notes of ${name}`).waitFor();
  await dialog.getByText('This contact was deleted').waitFor();
  await dialog.getByText(`Notes: ${NOTE}`).waitFor();
  expect(await violations(page)).toEqual([]);
  await pressButton(page, 'Discard');
  await dialog.getByRole('button', { name: 'Discard it for good' }).waitFor();
  await dialog.getByText(`Notes: ${NOTE}`).waitFor();
  await pressButton(page, 'Discard it for good');
  await dialog.getByText(`Notes: ${NOTE}`).waitFor({ state: 'detached' });
  await focusStaysIn(page);
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  await isSaved(page);
  await page.reload();
  await isSaved(page);
  expect(await known(stage, name)).toBeUndefined();
});

test('a refused change that is tried again arrives as it was typed, once nothing stands against it', async () => {
  const deleted = await idOf(name);
  const page = await openRefused();
  const dialog = await openAttention(page);
  await Promise.all([page.waitForResponse('**/v1/batch'), pressButton(page, 'Try again')]);
  // The contact is deleted still: the change is back, with its text.
  await dialog.getByText(`Notes: ${NOTE}`).waitFor();
  await focusStaysIn(page);
  await ask(stage, 'POST', `contacts/${deleted}/restore`);
  await pressButton(page, 'Try again');
  await dialog.getByText('This contact was deleted').waitFor({ state: 'detached' });
  await dialog.getByText('Nothing waits').waitFor();
  await focusStaysIn(page);
  await press(page, 'Escape');
  await isSaved(page);
  expect(await known(stage, name)).toMatchObject({ notes: NOTE });
});

test('a refused change is there with its text after the page was loaded anew', async () => {
  const page = await openRefused();
  await page.getByRole('button', { name: '1 change needs attention' }).waitFor();
  await page.reload();
  const dialog = await openAttention(page);
  await dialog.getByText(`Notes: ${NOTE}`).waitFor();
  await pressButton(page, 'Review');
  const panel = page.getByRole('complementary');
  await panel.getByText('This contact was deleted').first().waitFor();
});

/** A device that deleted a contact of which another wrote the phone meanwhile. */
async function openDeleted(): Promise<Page> {
  const page = await openDevice(stage);
  await cutOff(page);
  await page.getByRole('gridcell', { name, exact: true }).focus();
  await press(page, 'Delete');
  await page.getByRole('row', { name }).waitFor({ state: 'detached' });
  await ask(stage, 'PATCH', `contacts/${await idOf(name)}`, { phone: '0199' });
  await comeBack(page);
  return page;
}

test('what was deleted here and changed elsewhere stays deleted where the person says so', async () => {
  const page = await openDeleted();
  const dialog = await openAttention(page);
  await dialog.getByText(`You deleted ${name}. Meanwhile your other device wrote “0199” in Phone.`).waitFor();
  expect(await violations(page)).toEqual([]);
  await pressButton(page, 'Keep it deleted');
  await dialog.getByText('Nothing waits').waitFor();
  await dialog.getByText('Meanwhile your other device').waitFor({ state: 'detached' });
  await focusStaysIn(page);
  await press(page, 'Escape');
  await isSaved(page);
  expect(await known(stage, name)).toBeUndefined();
});

test('what was deleted here and changed elsewhere comes back with what the other device wrote', async () => {
  const page = await openDeleted();
  const dialog = await openAttention(page);
  await pressButton(page, 'Bring it back');
  await dialog.getByText('Meanwhile your other device').waitFor({ state: 'detached' });
  await focusStaysIn(page);
  await press(page, 'Escape');
  await page.getByRole('row', { name }).waitFor();
  await isSaved(page);
  await expect.poll(() => known(stage, name)).toMatchObject({ phone: '0199', deleted_at: null });
});
